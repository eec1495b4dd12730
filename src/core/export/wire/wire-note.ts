import { oneLine } from '../../text/spaces.js';
import type { Rendition } from '../rendition.js';

/** What each kind of correction is called on the wire, where receivers look for these words; never translated. */
const names: Readonly<Record<string, string>> = {
  correction: 'CORRECTION',
  clarification: 'CLARIFICATION',
  update: 'UPDATE',
  editorsNote: "EDITOR'S NOTE",
  retraction: 'RETRACTION',
};

/** The note to receivers of a wire format: the desk's own, then each correction with its day. */
export function wireNote({ ednote, corrections }: Pick<Rendition, 'ednote' | 'corrections'>): string {
  return [
    ednote.trim(),
    ...corrections.map(({ type, text, at }) => `${names[type] ?? 'NOTE'} (${at.slice(0, 10)}): ${oneLine(text)}`),
  ]
    .filter((line) => line !== '')
    .join('\n');
}
