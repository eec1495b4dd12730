import { expect, test } from 'vitest';
import {
  annotate,
  annotationsOf,
  mentioned,
  reply,
  setResolved,
  withoutAnnotation,
} from '../../../src/core/review/annotations.js';
import type { Story } from '../../../src/core/story/story.js';
import { block, doc, text } from '../../builders/story.js';

const mark = (annotationId: string) => ({ type: 'annotation', attrs: { annotationId } });
const saying = (minute: number) => ({ person: null, now: new Date(Date.UTC(2026, 1, 3, 10, minute)) });

function threads(): Story['annotations'] {
  let all = annotate({}, 'story', { kind: 'comment', text: 'Too long.' }, saying(1));
  all = annotate(all, 'second', { kind: 'legal', text: 'Named?' }, saying(2));
  return annotate(all, 'first', { kind: 'cq', text: '' }, saying(3));
}
const body = doc(
  block(
    'paragraph',
    { blockId: 'one' },
    text('The '),
    text('old ', mark('first')),
    text('ferry', mark('first'), { type: 'bold' }),
  ),
  block('paragraph', { blockId: 'two' }, text('Smith', mark('second')), text(' said no.')),
);

test('threads are listed as their passages stand in the text, those of the whole story after them', () => {
  const placed = annotationsOf({ body, annotations: threads() });
  expect(placed.map(({ id, blockId, quote }) => [id, blockId, quote])).toEqual([
    ['first', 'one', 'old ferry'],
    ['second', 'two', 'Smith'],
    ['story', null, ''],
  ]);
});

test('an answer opens a resolved thread again, and a thread can be taken away', () => {
  const resolved = setResolved(threads(), 'second', true);
  expect(resolved['second']?.resolved).toBe(true);
  const answered = reply(resolved, 'second', 'By the court.', saying(4));
  expect(answered['second']).toMatchObject({
    resolved: false,
    thread: [{ text: 'Named?' }, { text: 'By the court.' }],
  });
  expect(Object.keys(withoutAnnotation(answered, 'second'))).toEqual(['story', 'first']);
  expect(reply(answered, 'none', 'x', saying(5))).toBe(answered);
});

test('people are mentioned by name or initials, and no word that only begins so is one', () => {
  const people = [
    { id: 'a', name: 'Ana Ruiz', initials: 'AR' },
    { id: 'm', name: 'Mo', initials: 'M' },
  ];
  expect(mentioned('@Ana Ruiz, please look; @mo knows.', people)).toEqual(['a', 'm']);
  expect(mentioned('@Morgan and @ART', people)).toEqual([]);
});
