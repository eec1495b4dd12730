import type { LossList } from '../../loss.js';
import { escapeHtml } from '../../text/escape.js';
import { oneLine } from '../../text/spaces.js';
import { relativePath } from '../html/read-image.js';
import type { ImportedCard } from '../importer.js';
import { wireLine } from '../wire/wire-fields.js';
import { itemsOf, textOf, type NinjsItem } from './ninjs-item.js';

/** A text of an item: as HTML, or as plain text. */
export interface NinjsText {
  readonly value: string;
  readonly isHtml: boolean;
}

/** By what the item says of it; where it says nothing only whole tags of a text count, since plain text may hold a "<". */
const isMarkup = (kind: string, value: string): boolean =>
  /html/iu.test(kind)
    ? /<\/?[a-z][^<>]*>|&#?\w+;/iu.test(value)
    : /<\/?(?:p|div|h[1-6]|br|article|ul|ol|table|blockquote)(?:[\s/][^<>]*)?>/iu.test(value);

/**
 * The text of an item: `bodies[]` of 2.x and 3.x, `body_html`, `body_xhtml`, `body_text` and others of 1.x. Markup is
 * preferred over plain text, the main one over the others; further ones that say the same again are no loss.
 */
export function bodyOf(item: NinjsItem): NinjsText | undefined {
  const listed = itemsOf(item, 'bodies').map((body) => ({
    kind: `${textOf(body, 'role')} ${textOf(body, 'contenttype')}`,
    value: textOf(body, 'value'),
  }));
  const named = Object.keys(item)
    .filter((key) => key === 'body' || key.startsWith('body_'))
    .map((key) => ({ kind: key, value: textOf(item, key) }));
  const bodies = [...listed, ...named].filter(({ value }) => value.trim() !== '');
  const rank = ({ kind, value }: { readonly kind: string; readonly value: string }): number =>
    (isMarkup(kind, value) ? 0 : 2) + (/\bmain\b|html|richtext/iu.test(kind) ? 0 : 1);
  const best = bodies.toSorted((left, right) => rank(left) - rank(right))[0];
  return best && { value: best.value, isHtml: isMarkup(best.kind, best.value) };
}

/** The first text of a role in `headlines[]`, `descriptions[]`; role '' = of none or of the main one. */
export function roleText(items: readonly NinjsItem[], role: string): string {
  const mains = ['', 'main', 'text', 'headline'];
  const found = items.find((entry) =>
    role === '' ? mains.includes(textOf(entry, 'role').toLowerCase()) : textOf(entry, 'role').toLowerCase() === role,
  );
  return found ? textOf(found, 'value') : '';
}

export interface NinjsPicture {
  readonly path: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  /** The picture over the story, by the names that systems give it. */
  readonly isLead: boolean;
}

const leadNames =
  /^(?:featured?[_-]?(?:image|media|picture)|main[_-]?(?:pic|picture|image|photo)?|lead.*|editor-main)$/iu;

/** What an item brings along: pictures beside the file, and stories that it names. Others are losses. */
export function associationsOf(
  item: NinjsItem,
  losses: LossList,
): { readonly pictures: readonly NinjsPicture[]; readonly related: readonly ImportedCard[] } {
  const pictures: NinjsPicture[] = [];
  const related: ImportedCard[] = [];
  for (const entry of itemsOf(item, 'associations')) {
    const type = textOf(entry, 'type') || textOf(entry, 'itemtype');
    if (type === 'picture' || type === 'graphic') {
      const picture = pictureOf(entry);
      if (picture) pictures.push(picture);
      else losses.add('remoteImage', 'A picture on another computer was not fetched. Add the picture by hand');
    } else if (type === 'text' || type === 'composite') {
      const card = cardOf(entry);
      if (card) related.push(card);
    } else losses.add('association', 'A part that is neither a picture nor a story (a video, a sound) was not kept');
  }
  return { pictures, related };
}

function pictureOf(entry: NinjsItem): NinjsPicture | undefined {
  const paths = itemsOf(entry, 'renditions').flatMap((rendition) => {
    const path = relativePath(textOf(rendition, 'href').replace(/^file:(?!\/)/u, ''));
    return path === null ? [] : [path];
  });
  const descriptions = itemsOf(entry, 'descriptions');
  const caption = roleText(descriptions, 'caption') || roleText(descriptions, '') || textOf(entry, 'description_text');
  const [path] = paths;
  if (path === undefined) return undefined;
  return {
    path,
    alt: oneLine(roleText(descriptions, 'alt') || roleText(itemsOf(entry, 'headlines'), '')),
    caption: oneLine(caption),
    credit: wireLine(textOf(entry, 'by') || textOf(entry, 'byline')),
    isLead: leadNames.test(textOf(entry, 'name')),
  };
}

function cardOf(entry: NinjsItem): ImportedCard | undefined {
  const headline = wireLine(
    roleText(itemsOf(entry, 'headlines'), '') || textOf(entry, 'headline') || textOf(entry, 'title'),
  );
  const uri = textOf(entry, 'uri');
  if (headline === '') return undefined;
  return {
    url: /^https?:\/\/[^\s]+$/u.test(uri) ? uri : null,
    headline,
    section: '',
    excerpt: oneLine(roleText(itemsOf(entry, 'descriptions'), 'summary') || textOf(entry, 'description_text')),
    imageAlt: '',
  };
}

/** A picture that the text does not show, as a figure for the end of it. */
export const figureOf = ({ path, alt, caption, credit }: NinjsPicture): string =>
  `<figure><img src="${escapeHtml(encodeURI(path))}" alt="${escapeHtml(alt)}"><figcaption>${escapeHtml(caption)} ` +
  `<span class="credit">${escapeHtml(credit)}</span></figcaption></figure>`;
