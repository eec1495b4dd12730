import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sectionId, tagId } from '../../../src/core/ids.js';
import {
  bulkBefore,
  bulkMoves,
  changeInBulk,
  undoInBulk,
  type BulkChange,
} from '../../../src/core/story/bulk-change.js';
import { canMove, isFrozen, pubStatusOf, storyStates } from '../../../src/core/story/states.js';
import { story, testNow, uuid } from '../../builders/story.js';

const tags = [1, 2, 3].map((number) => tagId.parse(uuid(number)));
const sections = [null, sectionId.parse(uuid(11)), sectionId.parse(uuid(12))];
const later = new Date(testNow.getTime() + 60_000);
const by = { person: null, now: later };
const rules = { approvalStep: true };

const stories = fc
  .record({
    state: fc.constantFrom(...storyStates),
    sectionId: fc.constantFrom(...sections),
    tagIds: fc.uniqueArray(fc.constantFrom(...tags)),
  })
  .map((fields) => story({ ...fields, pubStatus: pubStatusOf(fields.state) }));
const changes: fc.Arbitrary<BulkChange> = fc.oneof(
  fc.record({ kind: fc.constant('section' as const), sectionId: fc.constantFrom(...sections) }),
  fc.record({ kind: fc.constantFrom('addTag' as const, 'removeTag' as const), tagId: fc.constantFrom(...tags) }),
  fc.record({ kind: fc.constant('move' as const), move: fc.constantFrom(...bulkMoves), note: fc.constant('Because.') }),
);

describe('a bulk change', () => {
  test('taken back leaves the story as it was, but for the log', () => {
    fc.assert(
      fc.property(stories, changes, (before, change) => {
        if (change.kind === 'move' ? !canMove(before.state, change.move, rules) : isFrozen(before.state)) return;
        const after = changeInBulk(before, change, by, rules);
        expect({ ...undoInBulk(after, bulkBefore(before), by), log: [] }).toEqual(before);
      }),
    );
  });

  test('of section or tags that changes nothing is the story itself, so nothing is saved', () => {
    const filed = story({ sectionId: sections[1] ?? null, tagIds: tags.slice(0, 1) });
    for (const change of [
      { kind: 'section', sectionId: sections[1] ?? null },
      { kind: 'addTag', tagId: tags[0] },
      { kind: 'removeTag', tagId: tags[2] },
    ] as BulkChange[])
      expect(changeInBulk(filed, change, by, rules)).toBe(filed);
  });

  test('is refused for a text that has gone out and for a move that needs its reason', () => {
    const published = story({ state: 'published' });
    const refiling: BulkChange = { kind: 'addTag', tagId: tags[0] ?? tagId.parse(uuid(1)) };
    expect(() => changeInBulk(published, refiling, by, rules)).toThrow(/story\.frozen/u);
    const back = { kind: 'move', move: 'sendBack', note: ' ' } as const;
    expect(() => changeInBulk(story({ state: 'submitted' }), back, by, rules)).toThrow(/note-missing/u);
  });
});
