import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameBlock } from '../../../src/core/compare/same-block.js';
import { walk, type DocumentNode, type StoryDocument } from '../../../src/core/document/document.js';
import { checkDocument } from '../../../src/core/document/document-rules.js';
import { takes, type Take } from '../../../src/core/merge/conflict.js';
import { mergeDocuments, type BlockConflict } from '../../../src/core/merge/merge-documents.js';
import { resolveConflict } from '../../../src/core/merge/resolve-conflict.js';
import { block, countingIds, doc, story, text } from '../../builders/story.js';

const para = (blockId: string, ...parts: readonly (string | DocumentNode)[]): DocumentNode =>
  block('paragraph', { blockId }, ...parts.map((part) => (typeof part === 'string' ? text(part) : part)));
const merge = (base: StoryDocument, mine: StoryDocument, theirs: StoryDocument) =>
  mergeDocuments(base, mine, theirs, countingIds(0x1000));
const words = (node: DocumentNode | null): readonly string[] =>
  node ? [...walk(node)].flatMap(({ node: one }) => (one.text ?? '').match(/[\p{L}\p{N}]+/gu) ?? []) : [];

const base = doc(
  para('a', 'The ferry left at noon from the old pier.'),
  para('b', 'Nobody was hurt.'),
  para('c', 'The port opens again on Monday.'),
);

describe('two sides of one text', () => {
  test('changes of different blocks and of different words of one block come together', () => {
    const mine = doc(
      para('a', 'The night ferry left at noon from the old pier.'),
      para('b', 'Nobody was hurt.'),
      para('n', 'Police came.'),
      para('c', 'The port opens again on Monday.'),
    );
    const theirs = doc(para('a', 'The ferry left at noon from the new pier.'), para('c', 'The port opens on Tuesday.'));
    expect(merge(base, mine, theirs)).toEqual({
      document: doc(
        para('a', 'The night ferry left at noon from the new pier.'),
        para('n', 'Police came.'),
        para('c', 'The port opens on Tuesday.'),
      ),
      conflicts: [],
    });
  });

  test('the same words changed by both stand side by side, with what else each did in both', () => {
    const mine = doc(para('a', 'The ferry sailed at noon from the old pier.'));
    const theirs = doc(para('a', 'The ferry departed at noon from the new pier.'));
    const { document, conflicts } = merge(doc(base.content?.[0] ?? para('a')), mine, theirs);
    expect(document).toEqual(doc(para('a', 'The ferry sailed at noon from the new pier.')));
    expect(conflicts).toEqual([
      {
        blockId: 'a',
        base: base.content?.[0],
        mine: para('a', 'The ferry sailed at noon from the new pier.'),
        theirs: para('a', 'The ferry departed at noon from the new pier.'),
      },
    ]);
  });

  test('neighbouring words touch each other, though a space that nobody changed lies between', () => {
    const one = doc(para('a', 'It left at noon.'));
    const { conflicts } = merge(one, doc(para('a', 'It sailed at noon.')), doc(para('a', 'It left about noon.')));
    expect(conflicts).toHaveLength(1);
  });

  test('a block that one side changed and the other took away is kept until somebody decides', () => {
    const mine = doc(
      para('a', 'The ferry left at noon from the old pier.'),
      para('c', 'The port opens again on Monday.'),
    );
    const theirs = doc(
      ...(base.content ?? []).map((node) => (node.attrs?.['blockId'] === 'b' ? para('b', 'One man was hurt.') : node)),
    );
    const { document, conflicts } = merge(base, mine, theirs);
    expect(document.content?.map((node) => words(node).join(' '))[1]).toBe('One man was hurt');
    expect(conflicts).toMatchObject([{ blockId: 'b', mine: null }]);
  });

  test('a block that one side puts into a quote takes the words of the other along, once', () => {
    const mine = doc(
      para('a', 'The ferry left at noon from the old pier.'),
      block('blockquote', { blockId: 'q' }, para('b', 'Nobody was hurt.')),
      para('c', 'The port opens again on Monday.'),
    );
    const theirs = doc(
      ...(base.content ?? []).map((node) =>
        node.attrs?.['blockId'] === 'b' ? para('b', 'Nobody at all was hurt.') : node,
      ),
    );
    const { document, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(document.content?.[1]).toEqual(block('blockquote', { blockId: 'q' }, para('b', 'Nobody at all was hurt.')));
    expect(words(document).filter((word) => word === 'Nobody')).toHaveLength(1);
  });

  test('a look and a link of each side come together; two links on one word do not', () => {
    const one = doc(para('a', 'See the report now.'));
    const link = (href: string) => ({ type: 'link', attrs: { href } });
    const linked = (href: string) => doc(para('a', 'See the ', text('report', link(href)), ' now.'));
    const bold = doc(para('a', 'See the ', text('report', { type: 'bold' }), ' now.'));
    expect(merge(one, bold, linked('https://a.example/')).document).toEqual(
      doc(para('a', 'See the ', text('report', { type: 'bold' }, link('https://a.example/')), ' now.')),
    );
    expect(merge(one, linked('https://a.example/'), linked('https://b.example/')).conflicts).toHaveLength(1);
  });
});

/** A change that a person makes to a text; `fresh` makes words and ids that no other change makes. */
type Edit = (blocks: readonly DocumentNode[], fresh: () => string) => readonly DocumentNode[];
const wordsOf = (node: DocumentNode): readonly string[] =>
  node.content
    ?.map((child) => child.text ?? '')
    .join('')
    .split(' ') ?? [];
const rewritten = (node: DocumentNode, change: (words: string[]) => readonly string[]): DocumentNode => {
  if (node.type !== 'paragraph') return node;
  const sentence = change([...wordsOf(node)])
    .filter((word) => word !== '')
    .join(' ');
  return para(String(node.attrs?.['blockId']), ...(sentence === '' ? [] : [sentence]));
};
/** A table of one cell with the block, or two blocks side by side where one is a table itself. */
const tableOf = (node: DocumentNode, fresh: () => string): DocumentNode =>
  node.type !== 'paragraph'
    ? node
    : block(
        'table',
        { blockId: fresh() },
        {
          type: 'tableRow',
          content: [
            { type: 'tableCell', content: [node] },
            { type: 'tableCell', content: [para(fresh(), fresh())] },
          ],
        },
      );
/** Puts a paragraph at the end of the quote, or of the first cell, that stands at another place. */
const tucked = (blocks: readonly DocumentNode[], index: number, into: number): readonly DocumentNode[] => {
  const [here, there] = [blocks[index], blocks[into]];
  if (!here || !there || here === there || here.type !== 'paragraph' || there.type !== 'blockquote') return blocks;
  return blocks.with(into, { ...there, content: [...(there.content ?? []), here] }).toSpliced(index, 1);
};
/** Changes the words of the first paragraph inside of a block. */
const insideOf = (node: DocumentNode, change: (words: string[]) => readonly string[]): DocumentNode => {
  if (node.type === 'paragraph' || !node.content) return rewritten(node, change);
  const [first, ...rest] = node.content;
  return first && first.type !== 'text' ? { ...node, content: [insideOf(first, change), ...rest] } : node;
};
const edit: fc.Arbitrary<Edit> = fc
  .record({
    kind: fc.constantFrom(
      ...([
        'word',
        'cut',
        'add',
        'remove',
        'insert',
        'move',
        'wrap',
        'split',
        'table',
        'tuck',
        'unwrap',
        'inside',
        'title',
      ] as const),
    ),
    at: fc.nat(30),
    place: fc.nat(8),
  })
  .map(({ kind, at, place }): Edit => (blocks, fresh) => {
    const index = blocks.length === 0 ? 0 : at % blocks.length;
    const here = blocks[index];
    const others = blocks.filter((_, other) => other !== index);
    if (kind === 'insert' || !here) return blocks.toSpliced(index, 0, para(fresh(), `${fresh()} ${fresh()}`));
    if (kind === 'remove') return others;
    if (kind === 'move') return others.toSpliced(place % blocks.length, 0, here);
    if (kind === 'table') return blocks.with(index, tableOf(here, fresh));
    if (kind === 'unwrap' && here.type === 'blockquote') return blocks.toSpliced(index, 1, ...(here.content ?? []));
    if (kind === 'title' && here.type === 'paragraph')
      return blocks.with(index, { ...here, type: 'heading', attrs: { ...here.attrs, level: 2 } });
    if (kind === 'tuck') return tucked(blocks, index, place % blocks.length);
    if (kind === 'inside')
      return blocks.with(
        index,
        insideOf(here, (all) => all.toSpliced(place, 1, fresh())),
      );
    if (kind === 'wrap' && here.type !== 'table')
      return blocks.with(index, block('blockquote', { blockId: fresh() }, here));
    if (kind === 'split' && here.type === 'paragraph') {
      const all = wordsOf(here);
      return blocks.toSpliced(
        index,
        1,
        rewritten(here, () => all.slice(0, place)),
        para(fresh(), ...(all.length > place ? [all.slice(place).join(' ')] : [])),
      );
    }
    const change = (all: string[]): readonly string[] =>
      kind === 'word'
        ? all.toSpliced(Math.min(place, all.length), 1, fresh())
        : kind === 'cut'
          ? all.toSpliced(place, 1)
          : all.toSpliced(place, 0, fresh());
    return blocks.with(index, rewritten(here, change));
  });

/** A text and two sides of it, each after some changes. */
const sides = fc
  .tuple(
    fc.array(fc.array(fc.constantFrom('on', 'the', 'pier', 'ferry', 'left', 'noon'), { minLength: 1, maxLength: 8 }), {
      minLength: 1,
      maxLength: 5,
    }),
    fc.array(edit, { maxLength: 5 }),
    fc.array(edit, { maxLength: 5 }),
  )
  .map(([texts, mine, theirs]) => {
    const start = texts.map((all, at) => para(`p${String(at)}`, all.join(' ')));
    const after = (edits: readonly Edit[], side: string): StoryDocument => {
      let next = 0;
      const blocks = edits.reduce<readonly DocumentNode[]>(
        (now, one) => one(now, () => `${side}${String((next += 1))}`),
        start,
      );
      return doc(...(blocks.length > 0 ? blocks : [para(`${side}-empty`)]));
    };
    return { base: doc(...start), mine: after(mine, 'm'), theirs: after(theirs, 't') };
  });

const counted = (all: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};
/** Every word of a merged text and of what stands beside it. */
const everything = (document: StoryDocument, conflicts: readonly BlockConflict[]): readonly string[] => [
  ...words(document),
  ...conflicts.flatMap(({ mine, theirs }) => [...words(mine), ...words(theirs)]),
];
const blockIds = (document: StoryDocument): readonly unknown[] =>
  [...walk(document)].flatMap(({ node }) => (node.attrs?.['blockId'] === undefined ? [] : [node.attrs['blockId']]));
const sameDocument = (one: StoryDocument, other: StoryDocument): boolean => sameBlock(one, other);

describe('for any two sides of any text', () => {
  test('one side alone is what it made, and two that agree are one', () => {
    fc.assert(
      fc.property(sides, ({ base: from, mine }) => {
        for (const [ours, theirs] of [
          [mine, from],
          [from, mine],
          [mine, mine],
        ] as const) {
          const { document, conflicts } = merge(from, ours, theirs);
          expect(conflicts).toEqual([]);
          expect(sameDocument(document, mine)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('no word that either side added is lost, and the text is valid with ids that are its own', () => {
    fc.assert(
      fc.property(sides, ({ base: from, mine, theirs }) => {
        const { document, conflicts } = merge(from, mine, theirs);
        expect(checkDocument(document)).toEqual([]);
        const there = counted(everything(document, conflicts));
        for (const side of [mine, theirs])
          for (const [word, count] of counted(words(side)))
            if (/^[mt]\d/u.test(word))
              expect(`${word} ${String(Math.min(count, there.get(word) ?? 0))}`).toBe(`${word} ${String(count)}`);
        const ids = blockIds(document);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 500 },
    );
  });

  test('whoever decides for both has every word of both in the text, and each choice leaves a valid text', () => {
    fc.assert(
      fc.property(sides, ({ base: from, mine, theirs }) => {
        const { document, conflicts } = merge(from, mine, theirs);
        const merged = story({
          body: document,
          conflicts: conflicts.map((one, at) => ({ ...one, id: String(at), path: '', from: 'Ana' })),
        });
        const decided = (take: Take) =>
          conflicts.reduce(
            (now, _, at) => resolveConflict(now, String(at), take, countingIds(0x2000 + at * 0x100)),
            merged,
          );
        for (const take of takes) {
          const { body, conflicts: left } = decided(take);
          expect(left ?? []).toEqual([]);
          expect(checkDocument(body)).toEqual([]);
          const ids = blockIds(body);
          expect(new Set(ids).size).toBe(ids.length);
        }
        const there = new Set(words(decided('both').body));
        const added = [mine, theirs].flatMap(words).filter((word) => /^[mt]\d/u.test(word));
        expect(added.filter((word) => !there.has(word))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('seen from the other side it is the same but for whose is whose', () => {
    fc.assert(
      fc.property(sides, ({ base: from, mine, theirs }) => {
        const [here, there] = [merge(from, mine, theirs), merge(from, theirs, mine)];
        expect(there.conflicts.length).toBe(here.conflicts.length);
        if (here.conflicts.length === 0) expect(sameDocument(here.document, there.document)).toBe(true);
        const labels = ({ mine: one, theirs: two }: BlockConflict) => [words(one).join(' '), words(two).join(' ')];
        const turned = there.conflicts.map((one) => labels(one).toReversed());
        expect(turned.map(String).sort()).toEqual(here.conflicts.map(labels).map(String).sort());
      }),
      { numRuns: 500 },
    );
  });
});
