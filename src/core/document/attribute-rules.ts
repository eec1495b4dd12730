import { storyId } from '../ids.js';
import { pictureUseSchema } from '../media/picture-use.js';
import { isSafeHref } from '../text/link.js';
import { textAttr, type DocumentNode, type Mark } from './document.js';

/** h1 is the headline. */
const headingLevels: readonly unknown[] = [2, 3, 4];
/** Cells that one cell may cover each way: more than any page shows, few enough that no table is a bomb. */
const maxSpan = 200;
const languageTag = /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,4}$/iu;

/** A BCP 47 tag by its shape: `fr`, `de-AT`, `zh-Hant-TW`. */
export const isLanguageTag = (value: string): boolean => languageTag.test(value);

type NodeCheck = (node: DocumentNode) => string | null;

const span =
  (name: 'colspan' | 'rowspan'): NodeCheck =>
  ({ attrs }) => {
    const value = attrs?.[name] ?? 1;
    const isSpan = Number.isInteger(value) && Number(value) >= 1 && Number(value) <= maxSpan;
    return isSpan ? null : `${name} must be 1 to ${String(maxSpan)}`;
  };

/** An attribute that may be missing and is text where it is there. */
const optionalText =
  (...names: readonly string[]): NodeCheck =>
  ({ attrs }) => {
    const wrong = names.find((name) => attrs?.[name] !== undefined && typeof attrs[name] !== 'string');
    return wrong === undefined ? null : `${wrong} must be text`;
  };

const pictureUse: NodeCheck = ({ attrs }) => {
  const parsed = pictureUseSchema.safeParse(attrs ?? {});
  return parsed.success ? null : `picture: ${parsed.error.issues[0]?.message ?? 'wrong'}`;
};

/** By the name of the node; one without an entry has no attributes that could be wrong. */
const nodeChecks: Partial<Readonly<Record<string, readonly NodeCheck[]>>> = {
  heading: [
    ({ attrs }) =>
      headingLevels.includes(attrs?.['level'])
        ? null
        : `heading level must be 2, 3 or 4, got ${String(attrs?.['level'])}`,
  ],
  blockquote: [optionalText('attribution')],
  pullQuote: [optionalText('credit')],
  factbox: [optionalText('title')],
  image: [pictureUse],
  gallery: [optionalText('caption')],
  table: [optionalText('caption')],
  tableCell: [span('colspan'), span('rowspan')],
  tableHeader: [span('colspan'), span('rowspan')],
  codeBlock: [optionalText('language')],
  storyCard: [
    ({ attrs }) => (storyId.safeParse(attrs?.['storyId']).success ? null : 'a story card with an id that is none'),
  ],
  embed: [
    optionalText('provider', 'title'),
    (node) => (isSafeHref(textAttr(node, 'url')) ? null : 'an embed with an address that is not allowed'),
  ],
};

/** What is wrong with the attributes of a node, for `checkDocument`. */
export function nodeAttributeFaults(name: string, node: DocumentNode): readonly string[] {
  return (nodeChecks[name] ?? []).flatMap((check) => {
    const fault = check(node);
    return fault === null ? [] : [`body: ${fault}`];
  });
}

/** What is wrong with the attributes of a mark, for `checkDocument`. */
export function markAttributeFaults(name: string, mark: Mark): readonly string[] {
  if (name === 'language')
    return isLanguageTag(textAttr(mark, 'lang')) ? [] : ['body: a language mark without a language tag'];
  return name === 'link' ? linkFaults(mark) : [];
}

function linkFaults(mark: Mark): readonly string[] {
  const href = mark.attrs?.['href'];
  const target = mark.attrs?.['storyId'];
  const hasTarget = typeof target === 'string' && target !== '';
  if (hasTarget && !storyId.safeParse(target).success) return ['body: a link to a story with an id that is none'];
  // A story link may do without an address, but an address that is there is an address that may be followed.
  if (hasTarget && (href === undefined || href === null || href === '')) return [];
  if (typeof href !== 'string' || !isSafeHref(href)) return ['body: a link with an address that is not allowed'];
  return [];
}
