import { describe, expect, test } from 'vitest';
import { personId } from '../../../src/core/ids.js';
import { moveStory, type MoveBy } from '../../../src/core/story/desk-moves.js';
import { storySchema } from '../../../src/core/story/story.js';
import { story, testNow, uuid } from '../../builders/story.js';

const rules = { approvalStep: true };
const editor = { id: personId.parse(uuid(50)), name: 'Ines Marr' };
const by = (note = '', now = testNow): MoveBy => ({ person: editor, now, note });
const later = new Date('2026-02-04T08:30:00.000Z');

describe('a move', () => {
  test('is logged with who, when, from where to where and why, and leaves the old value alone', () => {
    const before = story({ state: 'submitted' });
    const after = moveStory(before, 'sendBack', by('  The second source is missing. ', later), rules);
    expect(after.state).toBe('inProgress');
    expect(after.modifiedAt).toBe(later.toISOString());
    expect(after.log).toEqual([
      {
        act: 'sendBack',
        from: 'submitted',
        to: 'inProgress',
        note: 'The second source is missing.',
        personId: editor.id,
        personName: 'Ines Marr',
        at: later.toISOString(),
      },
    ]);
    expect(before.state).toBe('submitted');
    expect(before.log).toEqual([]);
    expect(storySchema.safeParse(after).success).toBe(true);
  });

  test('may be made with nobody at the machine', () => {
    const after = moveStory(story(), 'submit', { person: null, now: testNow, note: '' }, rules);
    expect(after.log[0]).toMatchObject({ personId: null, personName: '' });
  });

  test('is refused without the note that it needs, and changes nothing', () => {
    for (const [state, move] of [
      ['submitted', 'sendBack'],
      ['published', 'kill'],
      ['published', 'recall'],
      ['published', 'correct'],
      ['published', 'unpublish'],
    ] as const)
      expect(() => moveStory(story({ state }), move, by('  '), rules)).toThrow('workflow.note-missing');
  });

  test('that the table does not know is refused', () => {
    expect(() => moveStory(story({ state: 'draft' }), 'publish', by(), rules)).toThrow('workflow.not-allowed');
    expect(moveStory(story({ state: 'draft' }), 'publish', by(), { approvalStep: false }).state).toBe('published');
  });
});

describe('spiking', () => {
  test('remembers where the story came from, and restoring brings it back there', () => {
    const spiked = moveStory(story({ state: 'approved' }), 'spike', by(), rules);
    expect([spiked.state, spiked.stateBefore]).toEqual(['spiked', 'approved']);
    const restored = moveStory(spiked, 'restore', by(), rules);
    expect([restored.state, restored.stateBefore]).toEqual(['approved', null]);
    expect(restored.log.map((entry) => entry.act)).toEqual(['spike', 'restore']);
  });

  test('without a remembered state restores to a draft', () => {
    expect(moveStory(story({ state: 'spiked', stateBefore: null }), 'restore', by(), rules).state).toBe('draft');
  });
});

describe('publishing', () => {
  test('makes the story usable and keeps the first time for ever', () => {
    const first = moveStory(story({ state: 'approved' }), 'publish', by(), rules);
    expect(first).toMatchObject({
      pubStatus: 'usable',
      firstPublishedAt: testNow.toISOString(),
      publishedAt: testNow.toISOString(),
    });
    const again = moveStory(moveStory(first, 'unpublish', by('Wrong photo'), rules), 'publish', by('', later), rules);
    expect(again).toMatchObject({ firstPublishedAt: testNow.toISOString(), publishedAt: later.toISOString() });
  });

  test('is undone for the world by a kill, whose notice is kept', () => {
    const killed = moveStory(story({ state: 'published' }), 'kill', by('Identity of the source at risk.'), rules);
    expect(killed).toMatchObject({ state: 'killed', pubStatus: 'canceled', notice: 'Identity of the source at risk.' });
  });
});
