import type { DocumentNode } from '../../document/document.js';
import { documentView } from '../../document/document-view.js';
import { blockText } from '../../document/plain-text.js';
import type { LossList } from '../../loss.js';
import { oneLine } from '../../text/spaces.js';
import type { ImportedCard } from '../importer.js';
import { bylineNames, bylineText } from '../page-words.js';
import type { ParagraphKind } from './docx-styles.js';

/** Longest line of a field (`story.ts`). */
const maxLine = 2_000;

/** What paragraphs with the style of a field say: headline, dek, byline and their like. */
export class StoryFields {
  headline = '';
  dek = '';
  kicker = '';
  byline = '';
  dateline = '';
  bodyFooter = '';
  readonly related: ImportedCard[] = [];
  readonly #losses: LossList;

  constructor(losses: LossList) {
    this.#losses = losses;
  }

  get authorNames(): readonly string[] {
    return bylineNames(this.byline);
  }

  /** Takes a paragraph that is a field; false for one that is text. `isAtStart`: no text of the story came before it. */
  take(kind: ParagraphKind, inline: readonly DocumentNode[], isAtStart: boolean): boolean {
    if (kind === 'normal') return false;
    const isFooter = kind === 'bodyFooter' || kind === 'related';
    if (!isFooter && !isAtStart) return false;
    const text = this.#textOf(inline);
    if (text.length > maxLine && kind !== 'subtitle' && kind !== 'bodyFooter') return false;
    switch (kind) {
      case 'title':
        this.headline = joined(this.headline, text, ' ');
        return true;
      case 'subtitle':
        this.dek = joined(this.dek, text, ' ');
        return true;
      case 'kicker':
        this.kicker = joined(this.kicker, text, ' ');
        return true;
      case 'byline':
        this.byline = joined(this.byline, bylineText(text), ', ');
        return true;
      case 'dateline':
        this.dateline = joined(this.dateline, text, ', ');
        return true;
      case 'bodyFooter':
        this.bodyFooter = joined(this.bodyFooter, text, ' ');
        return true;
      case 'related':
        this.related.push({ url: hrefIn(inline), headline: text, section: '', excerpt: '', imageAlt: '' });
        return true;
      default:
        return false;
    }
  }

  /** A field is plain text: suggestions in it are taken as accepted. */
  #textOf(inline: readonly DocumentNode[]): string {
    const hasChanges = inline.some(({ marks }) =>
      (marks ?? []).some(({ type }) => type === 'insertion' || type === 'deletion'),
    );
    if (hasChanges) this.#losses.add('change', 'Tracked changes in headline, dek or byline were taken as accepted');
    const paragraph = documentView({ type: 'doc', content: [{ type: 'paragraph', content: inline }] }, 'accepted');
    return oneLine((paragraph.content ?? []).map(blockText).join(' '));
  }
}

const joined = (before: string, text: string, between: string): string =>
  before === '' ? text : before + between + text;

function hrefIn(inline: readonly DocumentNode[]): string | null {
  const link = inline.flatMap(({ marks }) => marks ?? []).find(({ type }) => type === 'link');
  const href = link?.attrs?.['href'];
  return typeof href === 'string' && /^https?:/iu.test(href) ? href : null;
}
