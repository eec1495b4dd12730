/* eslint-disable svelte/prefer-svelte-reactivity -- these maps and sets are replaced whole or are no state of the page */
import type { Editor } from '@tiptap/core';
import { foldWord, wordsOfNames } from '../../core/spelling/spelled-words.js';
import { spellingLanguageOf, type SpellingLanguage } from '../../core/spelling/spelling-languages.js';
import {
  misspellingAt,
  nextMisspelling,
  recheckSpelling,
  type Misspelling,
  type SpellingChecker,
} from '../../editor/behaviours/spelling.js';
import type { MachineSettings } from '../../core/contract/calls.js';
import type { Strings } from '../../core/strings/strings.js';
import type { Newsroom } from '../state/newsroom.svelte.js';
import type { Toasts } from '../state/toasts.svelte.js';
import type { WritingTools } from '../state/writing-tools.svelte.js';
import { SpellingService } from './spelling-service.js';

/** The menu at a marked word; `words` is null until the dictionary has answered. */
interface SpellingMenuShown {
  readonly found: Misspelling;
  readonly words: readonly string[] | null;
  /** Corner of the word in the window, px. */
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** What spelling needs of the window around it. */
interface SpellingWorld {
  readonly newsroom: Newsroom | null;
  readonly machine: MachineSettings;
  readonly remember: (change: Partial<MachineSettings>) => void;
  readonly toasts: Toasts;
  readonly strings: Strings;
  readonly writing: WritingTools;
}

/** Spelling of the open story: by its language, with the names of the library and the words of this machine known. */
export class Spelling implements SpellingChecker {
  menu = $state.raw<SpellingMenuShown | null>(null);
  readonly #app: SpellingWorld;
  readonly #service = new SpellingService();
  readonly #verdicts = new Map<SpellingLanguage, Map<string, boolean>>();

  constructor(app: SpellingWorld) {
    this.#app = app;
  }

  /** Words that are right here whatever the dictionary says. */
  readonly #known = $derived.by<ReadonlySet<string>>(() => {
    const { library, open } = this.#app.newsroom ?? {};
    const names = [
      ...(library?.people.map(({ name }) => name) ?? []),
      ...(library?.taxonomy.tags.map(({ name }) => name) ?? []),
      ...(library ? [library.settings.name] : []),
      ...(open?.story.ignoredWords ?? []),
      ...this.#app.machine.personalWords,
    ];
    return wordsOfNames(names);
  });

  /** The dictionary of the open story; null where its language has none. */
  readonly language = $derived.by<SpellingLanguage | null>(() => {
    const language = this.#app.newsroom?.open?.story.language;
    return language === undefined ? null : spellingLanguageOf(language);
  });

  /** What the status line says of it. */
  readonly status = $derived.by<'on' | 'off' | 'noDictionary'>(() => {
    if (!this.#app.machine.spelling) return 'off';
    return this.language === null ? 'noDictionary' : 'on';
  });

  /** Everything that a verdict depends on; when it changes the text is looked at again. */
  get basis(): readonly unknown[] {
    return [this.status, this.language, this.#known];
  }

  isOn = (): boolean => this.status === 'on' && typeof Worker !== 'undefined';

  isWrong = (word: string): boolean | undefined => {
    if (this.language === null || this.#known.has(foldWord(word))) return false;
    return this.#verdicts.get(this.language)?.get(word);
  };

  ask = async (words: readonly string[]): Promise<void> => {
    const { language } = this;
    if (language === null) return;
    const wrong = await this.#service.wrongOf(language, words);
    const verdicts = this.#verdicts.get(language) ?? new Map<string, boolean>();
    for (const word of words) verdicts.set(word, wrong.has(word));
    this.#verdicts.set(language, verdicts);
  };

  recheck(): void {
    const { editor } = this.#app.writing;
    if (editor && !editor.isDestroyed) recheckSpelling(editor.view);
  }

  /** Opens the menu at the cursor's word; where that is right, at the next one that is not. Answers whether it did. */
  suggestAtCursor(onlyHere = false): boolean {
    const { editor } = this.#app.writing;
    if (!editor || !this.isOn()) return false;
    const found = misspellingAt(editor.state, editor.state.selection.head);
    if (found) {
      void this.#show(editor, found);
      return true;
    }
    return !onlyHere && this.goToNext(true);
  }

  suggestAt(position: number): boolean {
    const { editor } = this.#app.writing;
    const found = editor && misspellingAt(editor.state, position);
    if (!editor || !found) return false;
    void this.#show(editor, found);
    return true;
  }

  /** Selects the next marked word; answers whether there is one. */
  goToNext(withMenu = false): boolean {
    const { editor } = this.#app.writing;
    if (!editor) return false;
    const { toasts, strings } = this.#app;
    const found = this.isOn() ? nextMisspelling(editor.state, editor.state.selection.from) : undefined;
    if (!found) {
      toasts.say(strings(this.isOn() ? 'spelling.none' : 'spelling.notChecked'));
      return false;
    }
    editor.chain().focus().setTextSelection({ from: found.from, to: found.to }).scrollIntoView().run();
    if (withMenu) void this.#show(editor, found);
    return true;
  }

  /** Puts a word in the place of the marked one, if that still stands there; its marks (bold, link) stay. */
  replace(word: string): void {
    const { editor } = this.#app.writing;
    const { menu } = this;
    this.close();
    if (!editor || !menu || !this.#stands(editor, menu.found) || !editor.isEditable) return;
    const { from, to } = menu.found;
    const marks = editor.state.doc.resolve(from + 1).marks();
    editor.view.dispatch(editor.state.tr.replaceWith(from, to, editor.schema.text(word, marks)));
    editor.commands.setTextSelection(from + word.length);
  }

  /** The word is right in this story: kept with it, for everybody who opens it. */
  ignoreInStory(): void {
    const open = this.#app.newsroom?.open;
    const word = this.menu?.found.word;
    this.close();
    if (open && word !== undefined) open.change({ ignoredWords: [...(open.story.ignoredWords ?? []), word] });
  }

  /** The word is right on this machine, in every story. */
  addToDictionary(): void {
    const word = this.menu?.found.word;
    this.close();
    if (word === undefined) return;
    const words = [...new Set([...this.#app.machine.personalWords, word])].toSorted((one, other) =>
      one.localeCompare(other),
    );
    this.#app.remember({ personalWords: words });
  }

  close(): void {
    if (this.menu === null) return;
    this.menu = null;
    this.#app.writing.editor?.view.focus();
  }

  #stands(editor: Editor, { from, to, word }: Misspelling): boolean {
    return to <= editor.state.doc.content.size && editor.state.doc.textBetween(from, to) === word;
  }

  async #show(editor: Editor, found: Misspelling): Promise<void> {
    const { language } = this;
    if (language === null) return;
    const start = editor.view.coordsAtPos(found.from);
    const place = { found, left: start.left, top: start.top, bottom: start.bottom };
    this.menu = { ...place, words: null };
    const words = await this.#service.suggestions(language, found.word.replaceAll('’', "'"));
    // Closed, or open at another word, while the dictionary was thinking.
    if (this.menu.found === found) this.menu = { ...place, words };
  }
}
