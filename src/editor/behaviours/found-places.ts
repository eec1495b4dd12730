import type { Node as ProseNode } from '@tiptap/pm/model';
import type { FindQuery } from '../../core/text/find-pattern.js';
import { findPattern, type PatternFault } from '../../core/text/find-pattern.js';

/** A place of the text where the query fits. */
export interface FoundPlace {
  readonly from: number;
  readonly to: number;
  readonly match: RegExpMatchArray;
}

export interface SearchRange {
  readonly from: number;
  readonly to: number;
}

/** How long one search may take in all, in ms: an expression that takes longer is given up. */
const timeBudget = 400;
/** Characters of one block that are searched, and places that one block may have. */
const mostCharacters = 100_000;
const mostPlaces = 5_000;

/**
 * One query and what it found so far, block by block. Nodes never change, so a block is searched once for as long as
 * it lives: a key press searches the block that it changed and no other.
 */
export class Search {
  readonly query: FindQuery;
  readonly fault: PatternFault | null;
  #pattern: RegExp | null;
  #found = new WeakMap<ProseNode, readonly FoundPlace[]>();
  #spent = 0;
  readonly #now: () => number;

  /** @param now a clock in ms; only differences count */
  constructor(query: FindQuery, now: () => number = () => performance.now()) {
    const pattern = findPattern(query);
    this.query = query;
    this.fault = pattern !== null && 'fault' in pattern ? pattern.fault : null;
    this.#pattern = pattern !== null && 'pattern' in pattern ? pattern.pattern : null;
    this.#now = now;
  }

  /** Whether the time ran out, so that not every block was searched. */
  get gaveUp(): boolean {
    return this.#spent > timeBudget;
  }

  /** The places inside a top-level block, counted from its start. */
  in(block: ProseNode): readonly FoundPlace[] {
    const known = this.#found.get(block);
    if (known) return known;
    if (this.#pattern === null || this.gaveUp) return [];
    const started = this.#now();
    const places = this.#search(block);
    this.#spent += this.#now() - started;
    this.#found.set(block, places);
    return places;
  }

  #search(block: ProseNode): readonly FoundPlace[] {
    const places = block.isTextblock ? this.#inText(block, 1) : [];
    block.descendants((node, at) => {
      const isFootnote = node.isInline && !node.isText && node.inlineContent;
      if (node.isTextblock || isFootnote) places.push(...this.#inText(node, at + 2));
      return !isFootnote;
    });
    return places.sort((left, right) => left.from - right.from);
  }

  /** @param start where the text of the node starts */
  #inText(node: ProseNode, start: number): FoundPlace[] {
    let text = '';
    node.forEach((child) => {
      text += child.isText
        ? (child.text ?? '')
        : child.type.name === 'hardBreak'
          ? '\n'
          : '\ufffc'.repeat(child.nodeSize);
    });
    const places: FoundPlace[] = [];
    if (!this.#pattern) return places;
    for (const match of text.slice(0, mostCharacters).matchAll(this.#pattern)) {
      // An expression that fits nothing at all (a*) fits everywhere; a thing that is no text cannot be replaced.
      if (match[0] === '' || match[0].includes('\ufffc')) continue;
      const from = start + match.index;
      places.push({ from, to: from + match[0].length, match });
      if (places.length >= mostPlaces) break;
    }
    return places;
  }
}

/** All places of a text, in reading order, inside `range` where there is one. */
export function* placesOf(doc: ProseNode, search: Search, range: SearchRange | null): Generator<FoundPlace> {
  let at = 0;
  for (let index = 0; index < doc.childCount; index += 1) {
    const block = doc.child(index);
    if (range === null || (at <= range.to && at + block.nodeSize >= range.from))
      for (const place of search.in(block)) {
        const [from, to] = [at + place.from, at + place.to];
        if (range === null || (from >= range.from && to <= range.to)) yield { from, to, match: place.match };
      }
    at += block.nodeSize;
  }
}

export function countPlaces(doc: ProseNode, search: Search, range: SearchRange | null): number {
  let count = 0;
  if (range === null) doc.forEach((block) => (count += search.in(block).length));
  else for (const place of placesOf(doc, search, range)) count += Number(place.to > place.from);
  return count;
}
