import { foldName } from '../../text/fold.js';
import { oneLine } from '../../text/spaces.js';
import { countWords } from '../../text/words.js';
import type { TextGroup } from './text-body.js';

export interface TextHeading {
  readonly section: string;
  readonly headline: string;
  readonly rest: readonly TextGroup[];
}

/** Longest line that can be a headline, and a section's name, in characters. */
const limits = { headline: 200, section: 40 } as const;
const endsSentence = /[.!?…:;,。！？]["'”’»)\]]*$/u;

/**
 * Takes section and headline off the start of a text. A first line is a headline when something follows it, it is short
 * and ends no sentence; the line before it is a section when the library has one of that name, or (`loose`, on a text
 * that is surely a page) when it is one to four words long.
 */
export function headingOfText(
  groups: readonly TextGroup[],
  sectionNames: readonly string[],
  loose: boolean,
): TextHeading {
  const lines = groups.slice(0, 2).flat();
  const first = oneLine(lines[0] ?? '');
  const second = oneLine(lines[1] ?? '');
  const isKnown = sectionNames.includes(foldName(first));
  const looksLikeSection =
    loose && first.length <= limits.section && countWords(first) <= 4 && !endsSentence.test(first);
  if ((isKnown || looksLikeSection) && isHeadline(second, groups, 1, loose))
    return { section: first, headline: second, rest: dropLines(groups, 2) };
  if (isHeadline(first, groups, 0, loose)) return { section: '', headline: first, rest: dropLines(groups, 1) };
  return { section: '', headline: '', rest: groups };
}

function isHeadline(line: string, groups: readonly TextGroup[], at: number, loose: boolean): boolean {
  if (line === '' || line.length > limits.headline) return false;
  if (loose) return true;
  const following = groups.flat().slice(at + 1);
  // "Hello?" and "Really!" are headlines too; a full stop, comma or colon is a sentence or a list.
  return following.length > 0 && !/[.,:;。]["'”’»)\]]*$/u.test(line) && (groups[0]?.length ?? 0) <= at + 1;
}

function dropLines(groups: readonly TextGroup[], count: number): readonly TextGroup[] {
  const out: TextGroup[] = [];
  let left = count;
  for (const group of groups) {
    const kept = group.slice(left);
    left = Math.max(0, left - group.length);
    if (kept.length > 0) out.push(kept);
  }
  return out;
}
