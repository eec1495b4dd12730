import { LossList } from '../../loss.js';
import { decodeText } from '../decode-text.js';
import { emptyStory } from '../empty-story.js';
import type { ImportedStory, Importer, ImportResult } from '../importer.js';
import { textBody, type TextGroup } from '../text/text-body.js';
import { wireLine, wireUrgency } from './wire-fields.js';

const start = '\u0001';
const text = '\u0002';
const end = '\u0003';

/** Wire text as agencies send it (IPTC 7901): SOH, header and keyword, STX, headline, text, ETX; several in one file. */
export const iptc7901Importer: Importer = {
  label: 'Wire text (IPTC 7901)',
  extensions: ['iptc', '7901', 'tst'],
  recognises: (head) => {
    const at = head.indexOf(start);
    return at >= 0 && at < 64 && head.indexOf(text, at) > at ? 1 : 0;
  },
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface is a stream; a message needs no waiting
  async *read(source, context) {
    const decoded = decodeText(source.bytes, context.decode);
    const messages = decoded.text.split(start).slice(1);
    if (messages.length === 0)
      yield { refused: { code: 'import.not-readable', params: { detail: 'it has no start of a message (SOH)' } } };
    for (const message of messages) yield readMessage(message, decoded.encoding, context.language);
  },
};

function readMessage(message: string, encoding: string, language: string): ImportResult {
  const from = message.indexOf(text);
  if (from < 0)
    return {
      refused: { code: 'import.not-readable', params: { detail: 'a message of it has no start of its text (STX)' } },
    };
  const to = message.indexOf(end, from);
  const losses = new LossList();
  if (to < 0) losses.add('cutOff', 'The message has no end (ETX): its last lines may be missing');
  if (encoding === 'windows-1252')
    losses.add('encoding', 'The file is not UTF-8 and was read as windows-1252: check accents and quotes');
  const header = headerOf(message.slice(0, from), losses);
  const { headline, groups } = partsOf(message.slice(from + 1, to < 0 ? undefined : to));
  const placed = withoutDateline(groups);
  const story: ImportedStory = {
    ...emptyStory,
    content: { ...header, headline, language, ...placed.fields },
    body: textBody(placed.groups),
  };
  return { story, media: [], losses: losses.list };
}

/** "abc0123 4 pl 345  Vote/Harbour/Lead": service and number, priority, category, count of words, keywords. */
const headerLine = /^\s*([a-z]{1,6})\s?(\d{3,6})\s+([1-9])\s+([a-z]{1,4})\s+(\d{1,6})\s*(.*)$/isu;

function headerOf(written: string, losses: LossList): ImportedStory['content'] {
  const found = headerLine.exec(written.trim());
  if (!found) return { slugline: wireLine(written) };
  const [, service = '', , priority = '', category = '', , rest = ''] = found;
  losses.add('category', `The category "${category}" of the wire is no section here: choose one`);
  return { urgency: wireUrgency(priority, losses), slugline: wireLine(rest), source: wireLine(service) };
}

/** The headline ends in " =" and may take several lines; a line that starts with blanks starts a paragraph. */
function partsOf(written: string): { readonly headline: string; readonly groups: readonly TextGroup[] } {
  const lines = written.replace(/\r\n?/gu, '\n').split('\n');
  const last = lines.slice(0, 8).findIndex((line) => /=\s*$/u.test(line));
  const title = last < 0 ? [] : lines.slice(0, last + 1);
  const headline = wireLine(title.join(' ').replace(/=\s*$/u, ''));
  const groups: string[][] = [];
  for (const line of lines.slice(title.length)) {
    const isBlank = line.trim() === '';
    if (isBlank || /^\s{2,}\S/u.test(line)) groups.push([]);
    if (!isBlank) (groups.at(-1) ?? startOf(groups)).push(line.trim());
  }
  const filled = groups.filter((group) => group.length > 0);
  // Lines of a wire are broken at its width: a paragraph is one line of ours.
  return { headline, groups: filled.map((group) => [group.join(' ')]) };
}

function startOf(groups: string[][]): string[] {
  const group: string[] = [];
  groups.push(group);
  return group;
}

/** "Berlin (dpa) - The text": the place is a field, and printed from there. */
const dateline = /^(\p{Lu}[^()\n]{1,60}?)\s*\(([\p{L}/ ]{2,20})\)\s*(?:--|—|–|-)\s+/u;

function withoutDateline(groups: readonly TextGroup[]): {
  readonly fields: ImportedStory['content'];
  readonly groups: readonly TextGroup[];
} {
  const [first = '', ...more] = groups[0] ?? [];
  const found = dateline.exec(first);
  if (!found) return { fields: {}, groups };
  const [whole, located = '', agency = ''] = found;
  return {
    fields: { dateline: { located, date: null, text: `${located} (${agency})` }, source: agency },
    groups: [[first.slice(whole.length), ...more], ...groups.slice(1)],
  };
}
