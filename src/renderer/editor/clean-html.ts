import DOMPurify from 'dompurify';

const tags = [
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'blockquote',
  'br',
  'a',
  'b',
  'strong',
  'i',
  'em',
];
const moreTags = [
  'u',
  's',
  'strike',
  'del',
  'ins',
  'span',
  'div',
  'figure',
  'aside',
  'sub',
  'sup',
  'mark',
  'code',
  'pre',
];
const blockTags = ['hr', 'table', 'thead', 'tbody', 'tr', 'td', 'th'];
const attributes = ['href', 'start', 'data-pm-slice', 'data-story-id', 'data-change-id', 'data-annotation-id'];
const pictureAttributes = ['data-media', 'data-alt', 'data-caption', 'data-credit', 'data-size', 'data-rotate'];
const blockAttributes = [
  'class',
  'lang',
  'colspan',
  'rowspan',
  'data-crop',
  'data-focal',
  'data-attribution',
  'data-title',
];
const cardAttributes = ['data-language', 'data-story-card', 'data-url', 'data-provider'];

/** Cleans HTML that claims to be a copy of our own editor: a page can write that claim too. */
export function cleanHtml(html: string): string {
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: [...tags, ...moreTags, ...blockTags],
    ALLOWED_ATTR: [...attributes, ...pictureAttributes, ...blockAttributes, ...cardAttributes],
    ALLOW_DATA_ATTR: false,
  });
}
