import nspell, { type Spell } from 'nspell';
import type { SpellingLanguage } from '../../core/spelling/spelling-languages.js';
import type { SpellingAnswer, SpellingQuestion } from './messages.js';

/** Words that are looked up before the next question is let in: suggestions never wait for a long story. */
const atOnce = 200;
/** Suggestions for one word. */
const most = 7;

const loaders = {
  'en-GB': () => import('./dictionary-en-gb.js'),
  'en-US': () => import('./dictionary-en-us.js'),
} as const satisfies Record<SpellingLanguage, unknown>;
const open = new Map<SpellingLanguage, Promise<Spell>>();

/** A dictionary is read when its language is first asked for: about a second here, where nobody waits for it. */
function spellOf(language: SpellingLanguage): Promise<Spell> {
  let spell = open.get(language);
  if (!spell) {
    spell = loaders[language]().then(({ dictionary }) => nspell(dictionary.aff, dictionary.dic));
    open.set(language, spell);
  }
  return spell;
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function answer(question: SpellingQuestion): Promise<SpellingAnswer> {
  const spell = await spellOf(question.language);
  if (question.kind === 'suggest') return { id: question.id, words: spell.suggest(question.word).slice(0, most) };
  const wrong: string[] = [];
  for (let at = 0; at < question.words.length; at += atOnce) {
    if (at > 0) await turn();
    wrong.push(...question.words.slice(at, at + atOnce).filter((word) => !isRight(spell, word)));
  }
  return { id: question.id, words: wrong };
}

const isRight = (spell: Spell, word: string): boolean =>
  spell.correct(word) || (word.endsWith("'s") && spell.correct(word.slice(0, -2)));

self.onmessage = (event: MessageEvent<SpellingQuestion>) => {
  void answer(event.data).then((found) => {
    self.postMessage(found);
  });
};
