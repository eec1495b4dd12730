import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDocuments, isDifference, sideOf } from '../../../src/core/compare/compare-documents.js';
import type { InlinePart } from '../../../src/core/compare/inline-diff.js';
import type { DocumentNode, StoryDocument } from '../../../src/core/document/document.js';
import { anyDocument } from '../../builders/any-document.js';
import { doc, em, h, li, p, quote, text, ul, uuid } from '../../builders/story.js';

const withId = (node: DocumentNode, id: number): DocumentNode => ({
  ...node,
  attrs: { ...node.attrs, blockId: uuid(id) },
});

/** The text of one side of a block, a piece for each change of marks. */
function runs(parts: readonly InlinePart[], side: 'before' | 'after'): readonly (readonly [string, string])[] {
  const out: [string, string][] = [];
  for (const part of parts) {
    if (part.kind === (side === 'after' ? 'removed' : 'added')) continue;
    const marks = JSON.stringify(side === 'before' ? (part.marksBefore ?? part.marks) : part.marks);
    add(out, part.node ? JSON.stringify(part.node) : part.text, part.node ? `node${String(out.length)}` : marks);
  }
  return out;
}

function runsOf(node: DocumentNode): readonly (readonly [string, string])[] {
  const out: [string, string][] = [];
  for (const child of node.content ?? [])
    if (child.type === 'text') add(out, child.text ?? '', JSON.stringify(child.marks ?? []));
    else add(out, JSON.stringify(child), `node${String(out.length)}`);
  return out;
}

function add(out: [string, string][], piece: string, marks: string): void {
  const last = out.at(-1);
  if (last?.[1] === marks) last[0] += piece;
  else out.push([piece, marks]);
}

/** Checks that both sides of every changed block read as that block. */
function expectWhole(changes: ReturnType<typeof compareDocuments>): void {
  for (const change of changes) {
    if (change.kind !== 'changed') continue;
    if (change.words) {
      expect(runs(change.words, 'after')).toEqual(runsOf(change.after));
      expect(runs(change.words, 'before')).toEqual(runsOf(change.before));
    }
    if (change.inner) {
      expect(sideOf(change.inner, 'after')).toEqual(change.after.content);
      expect(sideOf(change.inner, 'before')).toEqual(change.before.content);
      expectWhole(change.inner);
    }
  }
}

/** The blocks of a document in another order, some twice, some gone: what an afternoon does to a story. */
const anyPair = fc
  .tuple(anyDocument(), anyDocument(), fc.array(fc.nat(20), { maxLength: 8 }))
  .map(([before, other, picks]): [StoryDocument, StoryDocument] => {
    const named = before.content?.map((node, at) => (at % 2 === 0 ? withId(node, at + 1) : node)) ?? [];
    const pool = [...named, ...(other.content ?? [])];
    const content = picks.flatMap((pick) => pool[pick % pool.length] ?? []);
    return [
      { type: 'doc', content: named },
      { type: 'doc', content },
    ];
  });

describe('the difference of two documents', () => {
  test('gives both documents back', () => {
    fc.assert(
      fc.property(anyPair, ([before, after]) => {
        const changes = compareDocuments(before, after);
        expect(sideOf(changes, 'after')).toEqual(after.content);
        expect(sideOf(changes, 'before')).toEqual(before.content);
        expectWhole(changes);
      }),
    );
  });

  test('is empty of differences for the same document, with and without block ids', () => {
    fc.assert(
      fc.property(anyPair, ([before, after]) => {
        expect(compareDocuments(before, before).some(isDifference)).toBe(false);
        expect(compareDocuments(after, structuredClone(after)).some(isDifference)).toBe(false);
      }),
    );
  });

  test('is said by words inside a block that kept its id', () => {
    const before = doc(withId(p('The talks began on Monday.'), 1));
    const [change] = compareDocuments(before, doc(withId(p('The talks ended on Tuesday.'), 1)));
    expect(change?.kind === 'changed' && change.words?.map(({ kind, text: words }) => [kind, words])).toEqual([
      ['same', 'The talks '],
      ['removed', 'began'],
      ['added', 'ended'],
      ['same', ' on '],
      ['removed', 'Monday'],
      ['added', 'Tuesday'],
      ['same', '.'],
    ]);
  });

  test('knows a rewritten block without an id by its words', () => {
    const changes = compareDocuments(
      doc(p('Nothing of this stays.'), p('The ferry crossed the harbour for the first time in eleven years.')),
      doc(p('The ferry crossed the old harbour for the first time in twelve years.'), p('Quite another end')),
    );
    expect(changes.map(({ kind }) => kind)).toEqual(['removed', 'changed', 'added']);
  });

  test('shows a moved block once as moved, and its old place', () => {
    const [one, two, three] = [withId(p('One'), 1), withId(p('Two'), 2), withId(p('Three'), 3)];
    const changes = compareDocuments(doc(one, two, three), doc(three, one, two));
    expect(changes.map((change) => [change.kind, 'isMoved' in change && change.isMoved])).toEqual([
      ['same', true],
      ['same', false],
      ['same', false],
      ['movedAway', false],
    ]);
  });

  test('tells a paragraph that became a heading, and words that became emphasis', () => {
    const before = doc(withId(p('A new pier'), 1), withId(p('Built of oak'), 2));
    const after = doc(withId(h(2, 'A new pier'), 1), withId(p('Built of ', em('oak')), 2));
    const [heading, emphasis] = compareDocuments(before, after);
    expect(heading?.kind === 'changed' && heading.attributes).toEqual([
      { name: 'type', before: 'paragraph', after: 'heading' },
      { name: 'level', before: null, after: 2 },
    ]);
    expect(emphasis?.kind === 'changed' && emphasis.words?.map(({ kind, text: words }) => [kind, words])).toEqual([
      ['same', 'Built of '],
      ['formatted', 'oak'],
    ]);
  });

  test('knows a paragraph again that was put into a quote', () => {
    const line = withId(p('I had forgotten there were gulls.'), 1);
    const changes = compareDocuments(doc(line), doc(quote(line)));
    expect(changes.map((change) => [change.kind, 'isElsewhere' in change && change.isElsewhere])).toEqual([
      ['removed', true],
      ['added', false],
    ]);
  });

  test('goes into lists', () => {
    const list = (last: string): DocumentNode => withId(ul(li(p('One')), li(p(last))), 1);
    const [change] = compareDocuments(doc(list('Two of them')), doc(list('Two of those')));
    expect(change?.kind === 'changed' && change.inner?.map(({ kind }) => kind)).toEqual(['same', 'changed']);
  });
});

describe('the speed of a comparison', () => {
  const words = (count: number, seed: number): string => {
    let state = seed;
    return Array.from({ length: count }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return `word${String(state % 3_000)}`;
    }).join(' ');
  };
  const long = (blocks: number, seed: number): StoryDocument =>
    doc(...Array.from({ length: blocks }, (_, at) => p(words(60, seed + at))));
  const timed = (before: StoryDocument, after: StoryDocument): number => {
    const times = [0, 1, 2].map(() => {
      const started = performance.now();
      compareDocuments(before, after);
      return performance.now() - started;
    });
    return Math.min(...times);
  };

  test('is under 100 ms for 10,000 words of which each tenth paragraph was rewritten', () => {
    const before = long(170, 1);
    const content = (before.content ?? []).map((node, at) =>
      at % 10 === 0 ? p(words(30, at), ' and ', words(30, 1 + at)) : node,
    );
    expect(timed(before, { type: 'doc', content })).toBeLessThan(100);
  });

  test('stays bounded for 50,000 words that have nothing in common', () => {
    expect(timed(long(850, 1), long(850, 900_000))).toBeLessThan(3_000);
  });

  test('stays bounded for one paragraph of 50,000 words made of the same few', () => {
    const few = (seed: number): StoryDocument =>
      doc(withId(p(text(Array.from({ length: 50_000 }, (_, at) => `w${String((at * seed) % 7)}`).join(' '))), 1));
    expect(timed(few(3), few(5))).toBeLessThan(3_000);
  });
});
