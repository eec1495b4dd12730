import { z } from 'zod';
import { storyFileFormat, storyFileVersion } from '../export/story-json.js';
import { decodeText } from './decode-text.js';
import type { Importer, ImportResult } from './importer.js';

const envelopeSchema = z.object({
  format: z.literal(storyFileFormat),
  version: z.int().min(1),
  story: z.looseObject({ id: z.string() }),
});

/** A story that another Copydesk wrote (`story-json.ts`): handed on as it was kept, ids are mapped on arrival. */
export const jsonImporter: Importer = {
  label: 'Copydesk story (JSON)',
  extensions: ['json'],
  recognises: (head) => (head.includes(`"${storyFileFormat}"`) ? 1 : 0),
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface is a stream; one story needs no waiting
  async *read(source, context) {
    yield readStoryJson(decodeText(source.bytes, context.decode).text);
  },
};

export function readStoryJson(text: string): ImportResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // Deep nesting makes the parser run out of stack: a RangeError, and as unreadable as broken JSON.
    if (!(error instanceof SyntaxError) && !(error instanceof RangeError)) throw error;
    return refused(error instanceof SyntaxError ? 'it is not JSON' : 'it is nested too deep');
  }
  const parsed = envelopeSchema.safeParse(value);
  if (!parsed.success) return refused('it is JSON, but not a story of Copydesk');
  if (parsed.data.version > storyFileVersion)
    return refused(
      `it was written by a newer Copydesk (version ${String(parsed.data.version)}, this one knows ${String(storyFileVersion)})`,
    );
  return { kept: parsed.data.story, losses: [] };
}

const refused = (detail: string): ImportResult => ({ refused: { code: 'import.not-readable', params: { detail } } });
