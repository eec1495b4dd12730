import type { DocumentNode, StoryDocument } from '../../document/document.js';
import { tidyBody } from '../../document/tidy-body.js';

/** Lines that stand together, between blank lines. */
export type TextGroup = readonly string[];

/** Splits a text at its blank lines; lines are trimmed at their end and nowhere else. */
export function textGroups(text: string): readonly TextGroup[] {
  const groups: string[][] = [[]];
  for (const line of text.replace(/\r\n?|\u2028|\u2029/gu, '\n').split('\n')) {
    if (line.trim() === '') groups.push([]);
    else groups.at(-1)?.push(line.trimEnd());
  }
  return groups.filter((group) => group.length > 0);
}

/** Text as a body: a paragraph for each group, its lines joined where a program wrapped them. */
export function textBody(groups: readonly TextGroup[]): StoryDocument {
  const hasBlankLines = groups.length > 1;
  const wrapped = isWrapped(groups);
  return tidyBody({ type: 'doc', content: groups.flatMap((group) => groupBlocks(group, wrapped, hasBlankLines)) });
}

/** Not the dash "–": lines that start with it are speech in many languages. */
const bullet = /^\s*[-*•]\s+(?=\S)/u;

function groupBlocks(group: TextGroup, wrapped: boolean, hasBlankLines: boolean): readonly DocumentNode[] {
  if (group.length > 1 && group.every((line) => bullet.test(line))) {
    const items = group.map((line) => ({ type: 'listItem', content: [paragraph(line.replace(bullet, ''))] }));
    return [{ type: 'bulletList', content: items }];
  }
  if (wrapped) return [paragraph(group.join(' '))];
  // Without blank lines, or with long ones, each line is a paragraph; short ones are verses, addresses, results.
  const isProse = !hasBlankLines || group.some((line) => line.length > 100);
  if (isProse) return group.map(paragraph);
  const lines = group.flatMap((line, at): DocumentNode[] => [
    ...(at > 0 ? [{ type: 'hardBreak' }] : []),
    { type: 'text', text: line.trimStart() },
  ]);
  return [{ type: 'paragraph', content: lines }];
}

const paragraph = (line: string): DocumentNode => ({ type: 'paragraph', content: [{ type: 'text', text: line }] });

/**
 * Whether a program broke the lines at a width: most lines that another follows are 50 to 90 characters long and would
 * not have taken the next word. Verses and tables break where they like and fail that.
 */
function isWrapped(groups: readonly TextGroup[]): boolean {
  const pairs = groups.flatMap((group) => group.slice(0, -1).map((line, at) => [line, group[at + 1] ?? ''] as const));
  if (pairs.length < 3) return false;
  const width = Math.max(...groups.flat().map((line) => line.length));
  if (width < 50 || width > 100) return false;
  const full = pairs.filter(
    ([line, next]) => line.length + 1 + (next.trimStart().split(/\s/u)[0]?.length ?? 0) > width,
  );
  return full.length >= pairs.length * 0.9;
}
