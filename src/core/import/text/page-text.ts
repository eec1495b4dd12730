import type { LossList } from '../../loss.js';
import { foldName } from '../../text/fold.js';
import { oneLine } from '../../text/spaces.js';
import type { ImportedCard, ImportedStory } from '../importer.js';
import { emptyStory } from '../empty-story.js';
import {
  furnitureLosses,
  isCommentHeading,
  isCommentLine,
  isLeadingShareLine,
  isRelatedHeading,
  isShareLine,
} from '../page-words.js';
import { headingOfText } from './text-heading.js';
import { textBody, type TextGroup } from './text-body.js';

/** Whether a text was copied off a published page: it holds the words of a share row, comment form or related block. */
export function isPageText(groups: readonly TextGroup[]): boolean {
  const lines = groups.flat();
  const shares = lines.filter(isLeadingShareLine).length;
  return shares > 1 || lines.some(isCommentHeading) || (shares > 0 && lines.some(isRelatedHeading));
}

/**
 * Reads a page copied as text, in the order of the seed: section, headline, dek, share row (with the headline again, the
 * text of its picture), body, share row, comment form, related cards. Parts may be missing.
 */
export function readPageText(
  groups: readonly TextGroup[],
  sectionNames: readonly string[],
  losses: LossList,
): ImportedStory {
  const parts = splitPage(groups);
  if (parts.shareLines > 0) losses.add('share', furnitureLosses.share, parts.shareLines);
  if (parts.commentLines > 0) losses.add('commentForm', furnitureLosses.commentForm, parts.commentLines);
  const heading = headingOfText(parts.head.length > 0 ? parts.head : parts.body, sectionNames, true);
  const body = parts.head.length > 0 ? [...heading.rest, ...parts.body] : heading.rest;
  const [dekGroup, ...afterDek] = heading.rest;
  // Above the first share row stands only the dek; without a share row, a dek says what the text starts with.
  const isDek =
    dekGroup !== undefined &&
    (parts.head.length > 0
      ? heading.rest.length === 1
      : isStartOf(oneLine(dekGroup.join(' ')), oneLine(afterDek[0]?.join(' ') ?? '')));
  const text = isDek ? body.slice(1) : body;
  const names = [...sectionNames, foldName(heading.section)];
  return {
    ...emptyStory,
    content: { headline: heading.headline, ...(isDek ? { dek: oneLine(dekGroup.join(' ')) } : {}) },
    sectionName: heading.section,
    body: textBody(text.filter((group) => group.join(' ') !== heading.headline)),
    related: readCardLines(parts.related, names),
  };
}

const isStartOf = (start: string, text: string): boolean =>
  start !== '' && text.length > start.length && text.startsWith(start);

interface PageSplit {
  /** Groups above the first share row. */
  readonly head: readonly TextGroup[];
  readonly body: readonly TextGroup[];
  /** Groups under the heading of the related block. */
  readonly related: readonly TextGroup[];
  readonly shareLines: number;
  readonly commentLines: number;
}

function splitPage(groups: readonly TextGroup[]): PageSplit {
  const head: TextGroup[] = [];
  let text: TextGroup[] = [];
  const related: TextGroup[] = [];
  let place: 'text' | 'comments' | 'related' = 'text';
  let shareLines = 0;
  let commentLines = 0;
  for (const group of groups) {
    let kept: string[] = [];
    const hasShare = group.some(isLeadingShareLine);
    for (const line of group) {
      if (isRelatedHeading(line)) place = 'related';
      else if (isCommentHeading(line)) {
        place = 'comments';
        commentLines += 1;
      } else if (place === 'comments') commentLines += 1;
      else if (isLeadingShareLine(line) || (hasShare && isShareLine(line))) shareLines += 1;
      else if (place === 'related' && isCommentLine(line)) commentLines += 1;
      else kept.push(line);
    }
    if (place === 'text' && hasShare && head.length === 0 && text.length <= 4) {
      head.push(...text);
      text = [];
      // Inside the share row only its picture's text is left: the headline again.
      kept = kept.filter((line) => !head.some((other) => other.join(' ') === line));
    }
    if (kept.length === 0) continue;
    if (place === 'related') related.push(kept);
    else text.push(kept);
  }
  return { head, body: text, related, shareLines, commentLines };
}

const cut = /(?:\.{3}|…)$/u;

/**
 * Cards as text: picture's text, section, headline, excerpt, each missing where the page has none. An excerpt that ends
 * in "..." closes its card; where no card has one, the groups of a card are told by the section's name.
 */
export function readCardLines(groups: readonly TextGroup[], sectionNames: readonly string[]): readonly ImportedCard[] {
  const lines = groups.flat().map(oneLine);
  if (lines.length === 0) return [];
  const isSection = (line: string): boolean => sectionNames.includes(foldName(line));
  if (lines.some((line) => cut.test(line))) {
    const cards: string[][] = [[]];
    for (const line of lines) {
      cards.at(-1)?.push(line);
      if (cut.test(line)) cards.push([]);
    }
    return cards.filter((card) => card.length > 0).map((card) => cardOf(card, isSection, cut.test(card.at(-1) ?? '')));
  }
  if (lines.some(isSection)) {
    const starts = lines.flatMap((line, at) => (isSection(line) ? [at] : []));
    return starts
      .map((start, at) => {
        const end = (starts[at + 1] ?? lines.length + 1) - 1;
        const [section = '', headline = '', ...rest] = lines.slice(start, Math.max(end, start + 2));
        return { url: null, section, headline, excerpt: rest.join(' '), imageAlt: lines[start - 1] ?? '' };
      })
      .filter((card) => card.headline !== '');
  }
  return lines.map((headline) => ({ url: null, section: '', headline, excerpt: '', imageAlt: '' }));
}

function cardOf(lines: readonly string[], isSection: (line: string) => boolean, hasExcerpt: boolean): ImportedCard {
  const rest = [...lines];
  const excerpt = hasExcerpt && rest.length > 1 ? (rest.pop() ?? '') : '';
  const at = rest.findLastIndex(isSection);
  if (at >= 0 && at < rest.length - 1)
    return {
      url: null,
      imageAlt: rest.slice(0, at).join(' '),
      section: rest[at] ?? '',
      headline: rest.slice(at + 1).join(' '),
      excerpt,
    };
  const headline = rest.pop() ?? '';
  const section = rest.pop() ?? '';
  return { url: null, imageAlt: rest.join(' '), section, headline, excerpt };
}
