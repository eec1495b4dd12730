import { describe, expect, test } from 'vitest';
import {
  assertCanMove,
  canMove,
  isFrozen,
  moveBetween,
  moveNames,
  moves,
  openMoves,
  pubStatusOf,
  storyStates,
} from '../../../src/core/story/states.js';

const strict = { approvalStep: true };
const loose = { approvalStep: false };

/** The desk's whole table, written out once more: state → open moves. */
const table = {
  draft: ['start', 'submit', 'spike'],
  inProgress: ['submit', 'spike'],
  submitted: ['sendBack', 'approve', 'spike'],
  approved: ['sendBack', 'schedule', 'publish', 'spike'],
  scheduled: ['deschedule', 'publish', 'kill', 'recall'],
  published: ['correct', 'kill', 'recall', 'unpublish'],
  corrected: ['correct', 'kill', 'recall', 'unpublish'],
  killed: [],
  recalled: [],
  unpublished: ['publish', 'spike'],
  spiked: ['restore'],
} as const;

describe('the moves of the desk', () => {
  test.each(storyStates)('from %s are those of the table, and no others', (state) => {
    expect(openMoves(state, strict)).toEqual(table[state]);
    for (const move of moveNames) expect(canMove(state, move, strict)).toBe(openMoves(state, strict).includes(move));
  });

  test('let a story out only after approval, unless the publication does without', () => {
    const publishable = storyStates.filter((state) => canMove(state, 'publish', strict));
    expect(publishable).toEqual(['approved', 'scheduled', 'unpublished']);
    const loosely = storyStates.filter((state) => canMove(state, 'publish', loose));
    expect(loosely).toEqual(['draft', 'inProgress', 'submitted', 'approved', 'scheduled', 'unpublished']);
  });

  test('never lead a story that went out back to where it is edited in place', () => {
    for (const state of storyStates.filter(isFrozen))
      for (const move of openMoves(state, loose))
        expect(['corrected', 'killed', 'recalled', 'unpublished']).toContain(moves[move].to);
  });

  test('reach every state from a draft', () => {
    const reached = new Set<string>(['draft']);
    for (let grown = 0; grown !== reached.size;) {
      grown = reached.size;
      for (const state of storyStates.filter((known) => reached.has(known)))
        for (const move of openMoves(state, strict)) if (moves[move].to !== 'before') reached.add(moves[move].to);
    }
    expect([...reached].sort()).toEqual([...storyStates].sort());
  });

  test('that are refused say which are open instead', () => {
    expect(() => {
      assertCanMove('published', 'spike', strict);
    }).toThrow(/cannot go from published to spiked.*Allowed next: correct, kill, recall, unpublish/);
    expect(() => {
      assertCanMove('killed', 'restore', strict);
    }).toThrow(/Allowed next: nothing/);
  });
});

describe('a move named by two states', () => {
  test('is the one that leads there', () => {
    expect(moveBetween('draft', 'submitted', strict)).toBe('submit');
    expect(moveBetween('approved', 'inProgress', strict)).toBe('sendBack');
    expect(moveBetween('corrected', 'corrected', strict)).toBe('correct');
    expect(moveBetween('spiked', 'draft', strict)).toBe('restore');
  });

  test('is none where no move leads there', () => {
    expect(moveBetween('draft', 'published', strict)).toBeUndefined();
    expect(moveBetween('spiked', 'published', strict)).toBeUndefined();
    expect(moveBetween('spiked', 'spiked', strict)).toBeUndefined();
  });
});

test('the world may use a published or corrected story, and is told to drop a killed or recalled one', () => {
  const usable = storyStates.filter((state) => pubStatusOf(state) === 'usable');
  const canceled = storyStates.filter((state) => pubStatusOf(state) === 'canceled');
  expect([usable, canceled]).toEqual([
    ['published', 'corrected'],
    ['killed', 'recalled'],
  ]);
});
