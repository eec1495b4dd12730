import { NewsroomError } from '../errors.js';
import { resolveChanges } from '../review/suggestions.js';
import { correctionNote, defaultPlace, type CorrectionType } from './correction-notes.js';
import { findPassages, replacePassages, type Passage } from './find-passages.js';
import type { Story } from './story.js';

/** What was wrong in a published story, and what readers are told of it. */
export interface Correction {
  /** The very words that went out. '' = only a note is added, no word is changed. */
  readonly wrong: string;
  readonly right: string;
  /** '' = made from the words, in the language of the story. */
  readonly note: string;
  readonly type: CorrectionType;
  /** null = where this type stands. */
  readonly place: 'top' | 'end' | null;
  /** Which of several places, counted from 0 in the order of the page; null = the only one. */
  readonly at: number | 'all' | null;
}

/**
 * The story with the right words and the note that follows: dated, typed and placed. The text is the one that went out,
 * with its suggestions as accepted. The move of the desk and the edition are the publisher's part.
 * @throws NewsroomError `correction.not-found`, `correction.ambiguous` (with the places), `correction.nothing`
 */
export function correctStory(story: Story, { wrong, right, note, type, place, at }: Correction, now: Date): Story {
  const published: Story = { ...story, ...resolveChanges(story, 'accept', 'all') };
  if (wrong === right && note.trim() === '') throw new NewsroomError('correction.nothing');
  const corrected = wrong === '' || wrong === right ? published : withRight(published, wrong, right, at);
  const text = note.trim() || correctionNote(story.language, wrong, right);
  const entry = { type, text, at: now.toISOString(), place: place ?? defaultPlace(type) };
  return { ...corrected, corrections: [...corrected.corrections, entry] };
}

function withRight(story: Story, wrong: string, right: string, at: Correction['at']): Story {
  const places = findPassages(story, wrong);
  if (places.length === 0) throw new NewsroomError('correction.not-found', { wrong });
  if (at === null && places.length > 1)
    throw new NewsroomError('correction.ambiguous', { wrong, count: places.length, places: placesText(places) });
  if (typeof at === 'number' && !places[at]) throw new NewsroomError('correction.not-found', { wrong });
  let next = 0;
  return replacePassages(story, wrong, () => {
    const isChosen = at === 'all' || next === (at ?? 0);
    next += 1;
    return isChosen ? right : null;
  });
}

/** Each place by its number and the words around it: `0: headline “…”`. */
const placesText = (places: readonly Passage[]): string =>
  places
    .map(({ where, before, words, after }, number) => `${String(number)}: ${where} “${before}${words}${after}”`)
    .join('; ');
