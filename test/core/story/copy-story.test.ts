import { describe, expect, test } from 'vitest';
import { textAttr, walk, type DocumentNode } from '../../../src/core/document/document.js';
import { plainText } from '../../../src/core/document/plain-text.js';
import { defaultSettings } from '../../../src/core/publication/settings.js';
import { duplicateStory, splitStory, writeUpdate } from '../../../src/core/story/copy-story.js';
import { storySchema } from '../../../src/core/story/story.js';
import {
  countingIds,
  deleted,
  doc,
  inserted,
  li,
  p,
  story,
  testDesk,
  testNow,
  ul,
  uuid,
} from '../../builders/story.js';

const about = { settings: defaultSettings, desk: testDesk, now: testNow, newId: countingIds(900) };
const block = (id: string, ...parts: readonly (string | DocumentNode)[]): DocumentNode => ({
  ...p(...parts),
  attrs: { blockId: id },
});
const long = story({
  state: 'published',
  edition: 2,
  sourceId: 'wire-1',
  body: doc(block('b1', 'One ', inserted('in'), deleted('out')), block('b2', 'Two'), block('b3', 'Three')),
});

describe('an update of a story that is out', () => {
  test('is a new story with its text and filing that says what it updates and has it first among its related ones', () => {
    const other = { storyId: story().id };
    const made = writeUpdate({ ...long, related: [other, { storyId: long.id }], corrections: [] }, about);
    expect(made).toMatchObject({
      state: 'draft',
      edition: 0,
      headline: long.headline,
      takeKey: 'update',
      updateOf: { storyId: long.id, guid: long.guid },
    });
    expect(made.related[0]).toEqual({ storyId: long.id });
    expect(made.related.filter((item) => 'storyId' in item && item.storyId === long.id)).toHaveLength(1);
    expect(plainText(made.body)).toBe(plainText(long.body));
    expect(storySchema.parse(made)).toEqual(made);
  });

  test('is none of a story that is not out', () => {
    expect(() => writeUpdate({ ...long, state: 'draft' }, about)).toThrow(
      expect.objectContaining({ code: 'workflow.not-allowed' }),
    );
  });
});

describe('a copy of a story', () => {
  const copy = duplicateStory(long, about, 'Copy of Ferry');

  test('is a draft of its own: id, guid and block ids are new, the life of the story stays behind', () => {
    expect(storySchema.parse(copy)).toEqual(copy);
    expect(copy).toMatchObject({ state: 'draft', edition: 0, sourceId: null, headline: 'Copy of Ferry', log: [] });
    expect([copy.id, copy.guid]).not.toContain(long.id);
    const ids = [...walk(copy.body)].map(({ node }) => textAttr(node, 'blockId')).filter(Boolean);
    expect(ids).toHaveLength(3);
    expect(ids).not.toContain('b1');
  });

  test('has the text with its suggestions accepted', () => {
    expect(plainText(copy.body)).toContain('One in');
    expect(JSON.stringify(copy.body)).not.toMatch(/insertion|deletion/u);
  });
});

describe('a split story', () => {
  test('keeps every word, and each part is related to the other', () => {
    const draft = { ...long, state: 'draft' as const };
    const [first, second] = splitStory(draft, { blockId: 'b2', offset: 0 }, about, 'Ferry (2)');
    expect([...(first.body.content ?? []), ...(second.body.content ?? [])]).toEqual(draft.body.content);
    expect(plainText(second.body)).toMatch(/^Two/u);
    expect([first.related, second.related]).toEqual([[{ storyId: second.id }], [{ storyId: first.id }]]);
    expect(second.state).toBe('draft');
  });

  test('is refused at its first block and at one that is not there', () => {
    for (const id of ['b1', uuid(404)])
      expect(() => splitStory(long, { blockId: id, offset: 0 }, about, 'x')).toThrow(/input\.invalid/u);
  });

  const nested = story({
    body: doc(
      block('b1', 'Top'),
      {
        ...ul(
          { ...li(block('p1', 'First item')), attrs: { blockId: 'i1' } },
          { ...li(block('p2', 'Second ', inserted('new'), ' item')), attrs: { blockId: 'i2' } },
        ),
        attrs: { blockId: 'list' },
      },
      block('b3', 'End'),
    ),
  });
  const split = (blockId: string, offset: number) =>
    splitStory(nested, { blockId, offset }, about, 'x').map(({ body }) => plainText(body).split(/\n+/u));

  test('is parted inside a paragraph of a list, the suggestion in it too, and the second halves get ids of their own', () => {
    expect(split('p2', 8)).toEqual([
      ['Top', 'First item', 'Second n'],
      ['ew item', 'End'],
    ]);
    const [first, second] = splitStory(nested, { blockId: 'p2', offset: 8 }, about, 'x');
    const ids = [...walk(first.body), ...walk(second.body)]
      .map(({ node }) => textAttr(node, 'blockId'))
      .filter(Boolean);
    expect(new Set(ids).size).toBe(ids.length);
    expect(storySchema.parse(second)).toEqual(second);
    expect(second.body.content?.[0]?.type).toBe('bulletList');
  });

  test('leaves no empty half at the start or the end of a block', () => {
    expect(split('p2', 0)).toEqual([
      ['Top', 'First item'],
      ['Second new item', 'End'],
    ]);
    expect(split('p2', 15)).toEqual([['Top', 'First item', 'Second new item'], ['End']]);
    expect(split('p1', 0)[0]).toEqual(['Top']);
    expect(() => split('b3', 3)).toThrow(/input\.invalid/u);
  });
});
