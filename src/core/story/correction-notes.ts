import type { Story } from './story.js';

export type CorrectionType = Story['corrections'][number]['type'];
/** In the order in which they are offered. */
export const correctionTypes = [
  'correction',
  'clarification',
  'update',
  'editorsNote',
  'retraction',
] as const satisfies readonly CorrectionType[];
/** A retraction takes a story back, so it stands where nobody misses it. */
export const defaultPlace = (type: CorrectionType): 'top' | 'end' => (type === 'retraction' ? 'top' : 'end');

/** What a note says when nobody wrote one, in the language of the story: it goes to the reader, not to the desk. */
const notes: Readonly<Record<string, string>> = {
  en: 'An earlier version of this story said “{wrong}”. It should have said “{right}”.',
  de: 'In einer früheren Fassung dieses Textes stand „{wrong}“. Richtig ist: „{right}“.',
  fr: 'Une version précédente de cet article disait « {wrong} ». Il fallait lire « {right} ».',
  es: 'Una versión anterior de este artículo decía «{wrong}». Debía decir «{right}».',
  ar: 'ورد في نسخة سابقة من هذه المادة «{wrong}»، والصواب «{right}».',
};

/** The note to a correction of words; English where the language has none of its own. */
export function correctionNote(language: string, wrong: string, right: string): string {
  const [code = ''] = language.toLowerCase().split('-');
  const note = notes[code] ?? notes['en'] ?? '';
  return note.replace(/\{(wrong|right)\}/gu, (_mark, name: string) => (name === 'wrong' ? wrong : right));
}
