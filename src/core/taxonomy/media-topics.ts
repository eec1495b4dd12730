import type { SubjectCode } from '../ids.js';
import { foldName } from '../text/fold.js';
import { unspacedScript } from '../text/words.js';

/** A topic as IPTC's list keeps it, reduced. */
export interface MediaTopicEntry {
  readonly id: string;
  readonly label: string;
  readonly parent: string | null;
  readonly def: string;
  /** Day on which IPTC withdrew it. */
  readonly retired?: string;
  /** Labels by language tag, English apart. */
  readonly labels?: Readonly<Record<string, string>>;
}
export interface MediaTopicsFile {
  readonly concepts: readonly MediaTopicEntry[];
}

/** A topic as the desk sees it, in one language. */
export interface MediaTopic {
  readonly code: SubjectCode;
  readonly label: string;
  /** Labels from the top to the parent. */
  readonly path: readonly string[];
  readonly definition: string;
  readonly hasChildren: boolean;
  readonly retired: boolean;
}

export interface TopicSearch {
  /** Language of the labels in the answer; every language is searched. */
  readonly language?: string;
  readonly includeRetired?: boolean;
  /** Codes that stories carry: found even when they are retired. */
  readonly inUse?: ReadonlySet<string>;
  readonly limit?: number;
}

/** A text made ready for the search: folded, and its words. */
interface Sought {
  readonly text: string;
  readonly words: readonly string[];
}
interface Searchable {
  readonly entry: MediaTopicEntry;
  /** By label as it is written: two languages often share one. */
  readonly labels: ReadonlyMap<string, Sought>;
  readonly definition: Sought;
}

/** How well a topic answers a search, best first; a label in another language than the one shown comes half a rank later. */
const rank = { exact: 0, prefix: 1, word: 2, definition: 3 } as const;
const otherLanguage = 0.5;

/** The IPTC Media Topics: a tree of about 1,400 subjects with labels in ten languages. Unknown codes answer themselves. */
export class MediaTopics {
  readonly #entries: ReadonlyMap<string, MediaTopicEntry>;
  readonly #children = new Map<string | null, MediaTopicEntry[]>();
  /** Folding every label takes some ten milliseconds, so it waits for the first search. */
  #searchable: readonly Searchable[] | undefined;

  constructor(file: MediaTopicsFile) {
    this.#entries = new Map(file.concepts.map((entry) => [entry.id, entry]));
    for (const entry of file.concepts) {
      const siblings = this.#children.get(entry.parent);
      if (siblings) siblings.push(entry);
      else this.#children.set(entry.parent, [entry]);
    }
  }

  has(code: string): boolean {
    return this.#entries.has(code);
  }

  /** The label in a language, else in its base language, else in English; the code itself where it is unknown. */
  label(code: string, language = 'en'): string {
    const entry = this.#entries.get(code);
    return entry ? labelOf(entry, language) : code;
  }

  /** Codes from the top to the parent; empty for a top topic and for an unknown code. */
  path(code: string): readonly string[] {
    const codes: string[] = [];
    let parent = this.#entries.get(code)?.parent ?? null;
    while (parent !== null && !codes.includes(parent)) {
      codes.unshift(parent);
      parent = this.#entries.get(parent)?.parent ?? null;
    }
    return codes;
  }

  topic(code: string, language = 'en'): MediaTopic | undefined {
    const entry = this.#entries.get(code);
    return entry && this.#topicOf(entry, language);
  }

  /** The topics under one, null = the seventeen top ones, by label; retired ones only if asked for. */
  children(code: string | null, search: Omit<TopicSearch, 'limit'> = {}): readonly MediaTopic[] {
    const language = search.language ?? 'en';
    return (this.#children.get(code) ?? [])
      .filter((entry) => isShown(entry, search))
      .map((entry) => this.#topicOf(entry, language))
      .sort((left, right) => (left.label < right.label ? -1 : 1));
  }

  /** The best topics for what was typed: the label itself, its beginning, beginnings of its words, the definition. */
  search(text: string, search: TopicSearch = {}): readonly MediaTopic[] {
    const query = foldName(text);
    if (query === '') return [];
    const language = search.language ?? 'en';
    return this.#allSearchable()
      .filter(({ entry }) => isShown(entry, search))
      .flatMap((topic) => {
        const found = rankOf(topic, query, language);
        return found === undefined ? [] : [{ topic, found }];
      })
      .sort(
        (left, right) =>
          left.found - right.found ||
          Number(isRetired(left.topic.entry)) - Number(isRetired(right.topic.entry)) ||
          left.topic.entry.label.length - right.topic.entry.label.length ||
          (left.topic.entry.label < right.topic.entry.label ? -1 : 1),
      )
      .slice(0, search.limit ?? 10)
      .map(({ topic }) => this.#topicOf(topic.entry, language));
  }

  #allSearchable(): readonly Searchable[] {
    this.#searchable ??= [...this.#entries.values()].map((entry) => ({
      entry,
      labels: new Map([entry.label, ...Object.values(entry.labels ?? {})].map((label) => [label, sought(label)])),
      definition: sought(entry.def),
    }));
    return this.#searchable;
  }

  #topicOf(entry: MediaTopicEntry, language: string): MediaTopic {
    return {
      // The list's codes are checked by a test, so each is a subject code.
      code: entry.id as SubjectCode,
      label: labelOf(entry, language),
      path: this.path(entry.id).map((code) => this.label(code, language)),
      definition: entry.def,
      hasChildren: (this.#children.get(entry.id) ?? []).some((child) => !isRetired(child)),
      retired: isRetired(entry),
    };
  }
}

const isRetired = (entry: MediaTopicEntry): boolean => entry.retired !== undefined;

function isShown(entry: MediaTopicEntry, { includeRetired, inUse }: TopicSearch): boolean {
  return !isRetired(entry) || includeRetired === true || (inUse?.has(entry.id) ?? false);
}

function labelOf(entry: MediaTopicEntry, language: string): string {
  const labels = entry.labels ?? {};
  const base = language.split('-')[0] ?? language;
  if (base === 'en') return entry.label;
  const sameBase = Object.keys(labels).find((tag) => tag.split('-')[0] === base);
  return labels[language] ?? labels[base] ?? (sameBase === undefined ? undefined : labels[sameBase]) ?? entry.label;
}

function sought(written: string): Sought {
  const text = foldName(written);
  return { text, words: text.split(/[^\p{L}\p{N}\p{M}]+/u) };
}

function rankOf({ entry, labels, definition }: Searchable, query: string, language: string): number | undefined {
  const own = labelOf(entry, language);
  let best = Number.POSITIVE_INFINITY;
  for (const [label, folded] of labels)
    best = Math.min(best, labelRank(folded, query) + (label === own ? 0 : otherLanguage));
  if (Number.isFinite(best)) return best;
  return matchesWords(definition, query) ? rank.definition : undefined;
}

function labelRank(label: Sought, query: string): number {
  if (label.text === query) return rank.exact;
  if (label.text.startsWith(query)) return rank.prefix;
  return matchesWords(label, query) ? rank.word : Number.POSITIVE_INFINITY;
}

/** Every word of the query begins a word of the text; without spaces between words, it stands anywhere in it. */
function matchesWords({ text, words }: Sought, query: string): boolean {
  if (unspacedScript.test(query)) return text.includes(query);
  return query.split(' ').every((part) => words.some((word) => word.startsWith(part)));
}
