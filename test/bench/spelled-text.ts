import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentNode } from '../../src/core/document/document.js';
import type { Story } from '../../src/core/story/story.js';
import { vocabulary } from './corpus.js';
import { root } from './machine.js';

/** Of so many words one is in no dictionary, as names are in news. */
const oneUnknownIn = 50;

/** Words of the shipped dictionary that stand without a suffix rule, short ones first: common words are short. */
function dictionaryWords(): readonly string[] {
  const lines = readFileSync(join(root, 'node_modules/dictionary-en-gb/index.dic'), 'utf8').split('\n');
  const plain = lines.map((line) => line.split('/')[0] ?? '').filter((word) => /^[a-z]{2,12}$/u.test(word));
  return [...new Set(plain)].toSorted((one, other) => one.length - other.length || (one < other ? -1 : 1));
}

/**
 * The same story in words that the spelling knows. The corpus's own language would have every word underlined, which no
 * text of a newsroom has and which no editor beside us draws.
 */
export function inSpelledWords(story: Story): Story {
  const english = dictionaryWords();
  const ranks = new Map(vocabulary.map((word, rank) => [word, rank]));
  let count = 0;
  const spelled = (text: string): string =>
    text.replace(/[a-z]+/giu, (word) => {
      count += 1;
      const rank = ranks.get(word.toLowerCase());
      if (rank === undefined || count % oneUnknownIn === 0) return word;
      const known = english[rank % english.length] ?? word;
      return /^[A-Z]/u.test(word) ? known.charAt(0).toUpperCase() + known.slice(1) : known;
    });
  const inNode = (node: DocumentNode): DocumentNode => ({
    ...node,
    ...(node.text === undefined ? {} : { text: spelled(node.text) }),
    ...(node.content ? { content: node.content.map(inNode) } : {}),
  });
  return { ...story, body: { ...inNode(story.body), type: 'doc' } };
}
