import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moveStory } from '../../../src/core/story/desk-moves.js';
import { openMoves, type MoveName } from '../../../src/core/story/states.js';
import type { Story } from '../../../src/core/story/story.js';
import { undoableMove, undoMove } from '../../../src/core/story/undo-move.js';
import { story, testNow } from '../../builders/story.js';

const rules = { approvalStep: true };
const at = (minute: number): Date => new Date(testNow.getTime() + minute * 60_000);
const by = (minute: number) => ({ person: null, now: at(minute), note: 'Because.' });
const moved = (from: Story, ...moves: readonly MoveName[]): Story =>
  moves.reduce((now, move, minute) => moveStory(now, move, by(minute + 1), rules), from);
/** What a move changes of a story, but for the log and the time of the change. */
const deskState = ({ state, stateBefore, pubStatus, notice, firstPublishedAt, publishedAt }: Story) => ({
  state,
  stateBefore,
  pubStatus,
  notice,
  firstPublishedAt,
  publishedAt,
});

describe('a move that is taken back', () => {
  test('leaves the story as it was, and stays in the log with its taking back', () => {
    const before = moved(story(), 'submit', 'approve');
    const after = undoMove(moveStory(before, 'publish', by(5), rules), by(6));
    expect(deskState(after)).toEqual(deskState(before));
    expect(after.log.map(({ act }) => act)).toEqual(['submit', 'approve', 'publish', 'undo']);
    expect(after.log.at(-1)).toMatchObject({ from: 'published', to: 'approved', undoes: 'publish' });
  });

  test('gives a second publication back its first time', () => {
    const before = moved(story(), 'submit', 'approve', 'publish', 'unpublish');
    const after = undoMove(moveStory(before, 'publish', by(9), rules), by(10));
    expect(deskState(after)).toEqual(deskState(before));
  });

  test('may be the one before, too, one after another, to the first', () => {
    let now = moved(story(), 'submit', 'approve', 'publish', 'kill');
    const states = [];
    while (undoableMove(now)) {
      now = undoMove(now, by(20 + states.length));
      states.push(now.state);
    }
    expect(states).toEqual(['published', 'approved', 'submitted', 'draft']);
    expect(() => undoMove(now, by(40))).toThrow(expect.objectContaining({ code: 'workflow.nothing-to-undo' }));
  });

  test('is none after a correction: that is taken back by another one', () => {
    expect(undoableMove(moved(story(), 'submit', 'approve', 'publish', 'correct'))).toBeUndefined();
  });

  test('is none where the state came from elsewhere than the log says', () => {
    expect(undoableMove({ ...moved(story(), 'submit'), state: 'approved' })).toBeUndefined();
  });

  test('is the exact way back, whatever was done before', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 14 }), (choices) => {
        let now = story();
        let before: Story | null = null;
        for (const [minute, choice] of choices.entries()) {
          const open = openMoves(now.state, rules).filter((move) => move !== 'correct');
          const move = open[choice % (open.length + 1)];
          if (move) {
            before = now;
            now = moveStory(now, move, by(minute + 1), rules);
          } else if (undoableMove(now)) {
            now = undoMove(now, by(minute + 1));
            before = null;
          }
        }
        if (before) expect(deskState(undoMove(now, by(90)))).toEqual(deskState(before));
      }),
      { numRuns: 500 },
    );
  });
});
