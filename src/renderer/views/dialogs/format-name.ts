import { formatLabel, isFormat } from '../../../core/export/format-names.js';
import type { Strings } from '../../../core/strings/strings.js';

const worded = ['html', 'docx', 'markdown', 'text', 'json'] as const;

/** What people call a format: in their language where it has a word of its own, else the name that it has everywhere. */
export function formatName(format: string, strings: Strings): string {
  const word = worded.find((name) => name === format);
  if (word !== undefined) return strings(`format.${word}`);
  return isFormat(format) ? formatLabel(format) : format;
}
