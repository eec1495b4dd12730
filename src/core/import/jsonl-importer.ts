import { z } from 'zod';
import type { LossList } from '../loss.js';
import { LossList as Losses } from '../loss.js';
import { readInstant } from '../text/read-instant.js';
import { cleanText, oneLine } from '../text/spaces.js';
import { decodeText } from './decode-text.js';
import { emptyStory } from './empty-story.js';
import type { ImportedStory, Importer, ImportResult } from './importer.js';
import { textBody, textGroups } from './text/text-body.js';

/** One line of a file of stories: an archive in its smallest form, as data sets and other systems write it. */
const lineSchema = z.looseObject({
  id: z.union([z.string(), z.number()]).optional(),
  title: z.string().max(2_000),
  section: z.string().max(120).optional(),
  tags: z.array(z.string().max(2_000)).max(500).optional(),
  date: z.string().max(100).optional(),
  lang: z.string().max(35).optional(),
  body: z.string(),
  dek: z.string().max(100_000).optional(),
  url: z.string().optional(),
});
type Line = z.infer<typeof lineSchema>;
const known = new Set(Object.keys(lineSchema.shape));

export const jsonlImporter: Importer = {
  label: 'JSON Lines of stories',
  extensions: ['jsonl', 'ndjson'],
  recognises: (head) => (/^\s*\{"(?:id|title)"\s*:.*\}\s*\n\s*\{/u.test(head) ? 0.8 : 0),
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface is a stream; lines need no waiting
  async *read(source, context) {
    const { text } = decodeText(source.bytes, context.decode);
    let number = 0;
    let start = 0;
    while (start < text.length) {
      const end = text.indexOf('\n', start);
      const line = text.slice(start, end < 0 ? text.length : end).trim();
      start = end < 0 ? text.length : end + 1;
      number += 1;
      if (line !== '') yield readLine(line, number, context.language);
    }
  },
};

function readLine(line: string, number: number, language: string): ImportResult {
  const where = `line ${String(number)}`;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refused(`${where} is not JSON`);
  }
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const id =
      typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
        ? value.id
        : undefined;
    return refused(`${where}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'does not fit'}`, id);
  }
  const losses = new Losses();
  return { story: storyOf(parsed.data, language, losses), media: [], losses: losses.list };
}

function refused(detail: string, sourceId?: string): ImportResult {
  const refusal = { refused: { code: 'import.not-readable', params: { detail } } } as const;
  return sourceId === undefined ? refusal : { ...refusal, sourceId };
}

function storyOf(line: Line, language: string, losses: LossList): ImportedStory {
  for (const key of Object.keys(line))
    if (!known.has(key)) losses.add(`field:${key}`, `The field "${key}" has no place in a story`);
  if (line.url !== undefined) losses.add('field:url', 'The address where the story stood was not kept');
  const instant = line.date === undefined ? null : readInstant(line.date);
  if (line.date !== undefined && line.date.trim() !== '' && !instant)
    losses.add('date', `The date "${line.date}" could not be read`);
  const lang = line.lang ?? '';
  return {
    ...emptyStory,
    content: {
      sourceId: line.id === undefined ? null : cleanText(String(line.id)).slice(0, 400),
      headline: oneLine(line.title),
      dek: oneLine(line.dek ?? ''),
      language: /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(lang) ? lang : language,
      ...(instant ? { firstPublishedAt: instant, publishedAt: instant } : {}),
    },
    body: textBody(textGroups(line.body.toWellFormed())),
    sectionName: oneLine(line.section ?? ''),
    tagNames: (line.tags ?? []).map(oneLine).filter((tag) => tag !== ''),
  };
}
