import { describe, expect, test } from 'vitest';
import { tagId, personId } from '../../../src/core/ids.js';
import { mergeStories } from '../../../src/core/merge/merge-stories.js';
import { resolveConflict } from '../../../src/core/merge/resolve-conflict.js';
import type { Story } from '../../../src/core/story/story.js';
import { block, countingIds, doc, story, text, uuid } from '../../builders/story.js';

const para = (blockId: string, words: string) => block('paragraph', { blockId }, text(words));
const base = story({
  headline: 'Ferry returns',
  tagIds: [tagId.parse(uuid(1)), tagId.parse(uuid(2))],
  body: doc(para('a', 'The ferry is back.'), para('b', 'Nobody was hurt.')),
});
const merged = (mine: Partial<Story>, theirs: Partial<Story>) =>
  mergeStories({ base, mine: { ...base, ...mine }, theirs: { ...base, ...theirs }, from: 'Ana' }, countingIds(0x100));
const said = (words: string, minute: number) => ({
  text: words,
  personId: null,
  personName: 'Ana',
  at: new Date(Date.UTC(2026, 1, 3, 10, minute)).toISOString(),
});

describe('two sides of one story', () => {
  test('fields, parts of fields and lists come together by who changed them', () => {
    const { story: one, conflicts } = merged(
      {
        dek: 'From Monday.',
        headlines: { ...base.headlines, web: 'Ferry!' },
        tagIds: [tagId.parse(uuid(1)), tagId.parse(uuid(3))],
      },
      {
        headline: 'The ferry returns',
        headlines: { ...base.headlines, seo: 'ferry' },
        tagIds: [tagId.parse(uuid(2)), tagId.parse(uuid(4)), tagId.parse(uuid(1))],
      },
    );
    expect(conflicts).toEqual([]);
    expect(one).toMatchObject({
      headline: 'The ferry returns',
      dek: 'From Monday.',
      headlines: { web: 'Ferry!', seo: 'ferry' },
    });
    expect([...one.tagIds].sort()).toEqual([uuid(1), uuid(3), uuid(4)]);
    expect(one.conflicts).toBeUndefined();
  });

  test('a thread has what both said, and who resolved it has the word', () => {
    const thread = { kind: 'comment' as const, thread: [said('Too long.', 1)], resolved: false };
    const from = { ...base, annotations: { t: thread } };
    const { story: one } = mergeStories(
      {
        base: from,
        mine: { ...from, annotations: { t: { ...thread, thread: [...thread.thread, said('Cut it.', 3)] } } },
        theirs: {
          ...from,
          annotations: { t: { ...thread, resolved: true, thread: [...thread.thread, said('Agreed.', 2)] }, u: thread },
        },
        from: 'Ana',
      },
      countingIds(),
    );
    expect(one.annotations['t']).toMatchObject({ resolved: true });
    expect(one.annotations['t']?.thread.map((entry) => entry.text)).toEqual(['Too long.', 'Agreed.', 'Cut it.']);
    expect(Object.keys(one.annotations)).toEqual(['t', 'u']);
  });

  test('the desk’s state is of the side that moved it, with the log of both', () => {
    const act = {
      act: 'submit',
      from: 'draft',
      to: 'submitted',
      note: '',
      personId: personId.parse(uuid(9)),
      personName: 'Ana',
      at: base.createdAt,
    };
    const { story: one } = merged({ dek: 'x' }, { state: 'submitted', log: [act] });
    expect(one).toMatchObject({ state: 'submitted', log: [act] });
  });

  test('what happened in one moment stays in its order, also when a story meets itself', () => {
    const act = (to: string) => ({
      act: 'move',
      from: 'x',
      to,
      note: '',
      personId: null,
      personName: 'Ana',
      at: base.createdAt,
    });
    const log = ['submitted', 'approved', 'published'].map(act);
    expect(merged({ log }, { log }).story).toEqual({ ...base, log });
    expect(merged({ log }, { log: [...log, act('corrected')] }).story.log.map(({ to }) => to)).toEqual([
      'submitted',
      'approved',
      'published',
      'corrected',
    ]);
  });

  test('where both moved it, what readers have had outweighs a plan; else mine stays', () => {
    const published = { state: 'published' as const, edition: 1, pubStatus: 'usable' as const };
    const killed = { state: 'killed' as const, edition: 1, pubStatus: 'canceled' as const };
    expect(merged({ state: 'submitted' }, published).story).toMatchObject(published);
    expect(merged(published, { state: 'spiked' }).story).toMatchObject(published);
    expect(merged(published, killed).story).toMatchObject(killed);
    expect(merged({ state: 'submitted' }, { state: 'spiked' }).story.state).toBe('submitted');
  });

  test('what the other desk left undecided is open here too, once, and what it decided is not', () => {
    const open = (id: string) => ({ id, blockId: null, path: 'dek', base: '', mine: 'A', theirs: 'B', from: 'Ben' });
    const from = { ...base, conflicts: [open('old')] };
    const { story: one } = mergeStories(
      {
        base: from,
        mine: { ...from, conflicts: [open('old'), open('here')] },
        theirs: { ...from, conflicts: [open('there')] },
        from: 'Ana',
      },
      countingIds(),
    );
    expect(one.conflicts?.map(({ id }) => id).sort()).toEqual(['here', 'there']);
  });

  test('a conflict is kept with the story and resolved as a person chooses', () => {
    const { story: one, conflicts } = merged(
      { headline: 'Ferry is back', body: doc(para('a', 'The ferry sails.'), para('b', 'Nobody was hurt.')) },
      { headline: 'Boat returns', body: doc(para('a', 'The ferry runs.'), para('b', 'Nobody was hurt.')) },
    );
    expect(conflicts.map(({ path, blockId }) => [path, blockId])).toEqual([
      ['headline', null],
      ['', 'a'],
    ]);
    expect(one.conflicts).toEqual(conflicts);
    const [field = '', inText = ''] = conflicts.map(({ id }) => id);
    const theirs = resolveConflict(
      resolveConflict(one, field, 'theirs', countingIds()),
      inText,
      'theirs',
      countingIds(),
    );
    expect(theirs).toMatchObject({
      headline: 'Boat returns',
      body: doc(para('a', 'The ferry runs.'), para('b', 'Nobody was hurt.')),
    });
    expect('conflicts' in theirs).toBe(false);
    const both = resolveConflict(resolveConflict(one, field, 'both', countingIds()), inText, 'both', countingIds(0x50));
    expect(both.headline).toBe('Ferry is back / Boat returns');
    expect(both.body.content?.map((node) => node.content?.[0]?.text)).toEqual([
      'The ferry sails.',
      'The ferry runs.',
      'Nobody was hurt.',
    ]);
    const mine = resolveConflict(one, inText, 'mine', countingIds());
    expect(mine.body).toEqual(one.body);
    expect(mine.conflicts).toHaveLength(1);
  });
});
