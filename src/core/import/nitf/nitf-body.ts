import { escapeHtml } from '../../text/escape.js';
import { oneLine } from '../../text/spaces.js';
import type { XmlElement } from '../office/xml-tree.js';
import { xmlToHtml } from '../wire/xml-html.js';

/** The text of a story in NITF as HTML, which the one HTML reader then reads. */
export const nitfHtml = (body: XmlElement): string => xmlToHtml(body.children, nitfElement);

function nitfElement(element: XmlElement, inner: () => string): string | undefined {
  const look = element.attr('class') ?? '';
  switch (element.name) {
    case 'hl1':
      return `<h2>${inner()}</h2>`;
    case 'hl2':
      // NITF knows two levels; ours and others say the deeper ones by class.
      return /^h[3-6]$/u.test(look) ? `<${look}>${inner()}</${look}>` : `<h2>${inner()}</h2>`;
    case 'em':
      return /\bbold\b/u.test(look) ? `<strong>${inner()}</strong>` : `<em>${inner()}</em>`;
    case 'bq':
      return quote(element, look, inner);
    case 'fn':
    case 'note':
      return `<aside class="factbox">${inner()}</aside>`;
    case 'media':
      return media(element);
    case 'q':
      return `\u201c${inner()}\u201d`;
    case 'block':
      return `<div>${inner()}</div>`;
    case 'frac':
      return `${escapeHtml(element.child('frac-num')?.text ?? '')}/${escapeHtml(element.child('frac-den')?.text ?? '')}`;
    default:
      return undefined;
  }
}

function quote(element: XmlElement, look: string, inner: () => string): string {
  const credit = element.child('credit');
  const name = credit ? oneLine(credit.text) : '';
  const words = credit
    ? xmlToHtml(
        element.children.filter((node) => node !== credit),
        nitfElement,
      )
    : inner();
  const source = name === '' ? '' : `<footer><cite>${escapeHtml(name)}</cite></footer>`;
  return /pull-?quote/iu.test(look)
    ? `<aside class="pull-quote"><p>${words}</p>${source}</aside>`
    : `<blockquote>${words}${source}</blockquote>`;
}

/** A picture with its texts; what is no picture leaves its caption, so that no words are lost. */
function media(element: XmlElement): string {
  const references = element.elements('media-reference');
  const isPicture = element.attr('media-type') === 'image' || element.attr('media-type') === undefined;
  const caption = oneLine(
    element
      .elements('media-caption')
      .map(({ text }) => text)
      .join(' '),
  );
  const credit = oneLine(element.child('media-producer')?.text ?? '');
  const reference = references.find((entry) => (entry.attr('source') ?? '') !== '');
  const source = reference?.attr('source') ?? '';
  const data = element.child('media-object');
  if (!isPicture || (source === '' && !data)) return caption === '' ? '' : `<p>${escapeHtml(caption)}</p>`;
  const alt = reference?.attr('alternate-text') ?? '';
  return (
    `<figure><img src="${escapeHtml(source.replace(/^file:(?!\/)/u, ''))}" alt="${escapeHtml(alt)}">` +
    `<figcaption>${escapeHtml(caption)} <span class="credit">${escapeHtml(credit)}</span></figcaption></figure>`
  );
}
