import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { factsOf, factsVersion, storyFactsSchema, type StoryFacts } from '../../core/site/story-facts.js';
import { errnoOf, isMissing } from '../files/errno.js';
import type { Edition } from '../library/editions.js';
import type { Library } from '../library/library.js';

const key = (id: string, edition: number): string => `${id}.${String(edition)}`;

/**
 * Facts of editions, kept in the cache as one line each, since an edition never changes: a site is planned without
 * opening its stories again. The file may be deleted at any time.
 */
export class FactsStore {
  readonly #library: Library;
  readonly #known = new Map<string, StoryFacts>();
  #added: StoryFacts[] = [];
  #head = '';
  #hasFile = false;

  constructor(library: Library) {
    this.#library = library;
  }

  get #path(): string {
    return join(this.#library.layout.cache, 'site-facts.jsonl');
  }

  /** Reads what is kept; what does not fit this version or the settings is dropped. */
  open(): void {
    const { excerptWords } = this.#library.settings.value;
    const head = JSON.stringify({ factsVersion, excerptWords });
    if (head === this.#head) return;
    this.#head = head;
    this.#known.clear();
    this.#hasFile = false;
    const lines = readIfThere(this.#path).split('\n');
    if (lines[0] !== head) return;
    this.#hasFile = true;
    for (const line of lines.slice(1)) {
      const facts = factsOfLine(line);
      if (facts) this.#known.set(key(facts.id, facts.edition), facts);
    }
  }

  get(id: string, edition: number): StoryFacts | undefined {
    return this.#known.get(key(id, edition));
  }

  add(edition: Edition): StoryFacts {
    const facts = factsOf(edition.rendition, edition.story, this.#library.settings.value.excerptWords);
    const numbered = { ...facts, edition: edition.number };
    this.#known.set(key(facts.id, edition.number), numbered);
    this.#added.push(numbered);
    return numbered;
  }

  /** Keeps what was added. A cache that cannot be written only costs the time to make it again. */
  keep(): void {
    if (this.#added.length === 0) return;
    const lines = this.#added.map((facts) => `${JSON.stringify(facts)}\n`).join('');
    this.#added = [];
    try {
      fs.mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
      if (this.#hasFile) fs.appendFileSync(this.#path, lines);
      else fs.writeFileSync(this.#path, `${this.#head}\n${lines}`, { mode: 0o600 });
      this.#hasFile = true;
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
    }
  }
}

/** A line that a crash cut off, or that somebody changed, is no fact. */
function factsOfLine(line: string): StoryFacts | undefined {
  if (line === '') return undefined;
  try {
    const read: unknown = JSON.parse(line);
    // The first line says that this version wrote the rest: only the shape of the ids is looked at.
    return typeof read === 'object' && read !== null && 'neighbours' in read
      ? (read as StoryFacts)
      : storyFactsSchema.safeParse(read).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function readIfThere(path: string): string {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return '';
    throw error;
  }
}
