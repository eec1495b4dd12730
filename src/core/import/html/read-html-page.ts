import { parse } from 'parse5';
import { paragraphTexts } from '../../document/plain-text.js';
import type { DocumentNode, StoryDocument } from '../../document/document.js';
import { textAttr } from '../../document/document.js';
import { LossList, type Loss } from '../../loss.js';
import { readInstant } from '../../text/read-instant.js';
import { oneLine } from '../../text/spaces.js';
import type { ImportedMedia, ImportedStory } from '../importer.js';
import { bylineNames, bylineText } from '../page-words.js';
import { HtmlReader } from './html-reader.js';
import { emptyStory } from '../empty-story.js';
import {
  attr,
  closest,
  elementsOf,
  hasAttr,
  isDeeperThan,
  textOf,
  type HtmlElement,
  type HtmlNode,
} from './html-tree.js';
import { findRelated } from './page-cards.js';
import { findFurniture } from './page-furniture.js';
import { readPageMetadata, type PageMetadata } from './page-metadata.js';
import { findPageParts, partText, type PageParts } from './page-parts.js';
import { findStoryRoot } from './page-root.js';
import { ImageCollector } from './read-image.js';
import { checkLength, isOfficeHtml } from './read-html-fragment.js';
import { TrackedChanges } from './tracked-changes.js';

/**
 * Deepest page whose parts are looked for. Pages that people make are 20 to 60 levels deep; looking for parts costs
 * depth times length, which a hostile page of thousands of levels would make minutes.
 */
const maxPageDepth = 250;

export interface ReadHtmlPage {
  readonly story: ImportedStory;
  readonly media: readonly ImportedMedia[];
  readonly losses: readonly Loss[];
}

/**
 * Reads a saved page: section, headline, dek, byline, date, body and related cards each to its place, furniture left
 * out and reported. A page of our own comes back the same; any other as far as its words and classes tell.
 * Throws `input.too-large` as `readHtmlFragment` does.
 */
export function readHtmlPage(html: string): ReadHtmlPage {
  const losses = new LossList();
  const images = new ImageCollector(losses);
  // What a word processor tracked stays a suggestion: nobody has taken it yet.
  const changes = new TrackedChanges();
  const isOffice = isOfficeHtml(html);
  const document = parse(checkLength(html).toWellFormed(), { scriptingEnabled: false });
  if (isDeeperThan(document, maxPageDepth)) {
    losses.add('depth', 'The page is nested too deep to tell its parts apart: all of its text was kept as the body');
    const body = new HtmlReader({ losses, images, base: '', skip: new Set(), isOffice, changes }).read(document);
    return { story: { ...emptyStory, body, ...tracked(changes) }, media: images.list, losses: losses.list };
  }
  const metadata = readPageMetadata(document);
  const root = findStoryRoot(document) ?? document;
  const scope = 'tagName' in root ? (closest(root, isScope) ?? root) : root;
  const related = findRelated(document, metadata.url);
  const skip = new Set<HtmlNode>(related.flatMap((block) => block.parts));
  for (const part of findFurniture(scope, losses)) skip.add(part);
  countOutside(document, scope, losses);
  const parts = findPageParts(scope, skip);
  const corrections = readCorrections(scope);
  for (const part of elementsOfParts(parts).concat(corrections.elements)) skip.add(part);
  const body = new HtmlReader({ losses, images, base: metadata.url, skip, isOffice, changes }).read(
    root === scope ? scope : root,
  );
  const { leadImage, rest } = takeLeadImage(scope, root, body, skip, { losses, images, base: metadata.url, isOffice });
  return {
    story: {
      content: {
        ...contentOf(metadata, parts, rest),
        ...(corrections.list.length > 0 ? { corrections: corrections.list } : {}),
      },
      body: withoutRepeats(rest, headlineOf(metadata, parts), partText(parts.dek)),
      sectionName: partText(parts.section) || metadata.section,
      tagNames: metadata.tags,
      authorNames: authorsOf(metadata, parts),
      related: related.flatMap((block) => block.cards),
      leadImage,
      ...tracked(changes),
    },
    media: images.list,
    losses: losses.list,
  };
}

function elementsOfParts(parts: PageParts): readonly HtmlElement[] {
  const { headline, dek, kicker, section, byline, dateline, footer, dates } = parts;
  return [headline, dek, kicker, section, byline, dateline, footer, ...dates].filter((part) => part !== null);
}

function isScope(element: HtmlElement): boolean {
  return element.tagName === 'article' || element.tagName === 'main' || element.tagName === 'body';
}

function countOutside(document: HtmlNode, scope: HtmlNode, losses: LossList): void {
  if (!('tagName' in scope) || scope.tagName === 'body') return;
  findFurniture(document, losses, new Set([scope]));
}

/** "Headline - The Harbour Post" in a title: the site's name goes. */
function headlineOf(metadata: PageMetadata, parts: PageParts): string {
  const shown = partText(parts.headline);
  if (shown !== '') return shown;
  const { headline, siteName } = metadata;
  if (siteName === '') return headline;
  for (const dash of [' - ', ' – ', ' — ', ' | ', ' · '])
    if (headline.endsWith(dash + siteName)) return headline.slice(0, -(dash + siteName).length);
  return headline;
}

function authorsOf(metadata: PageMetadata, parts: PageParts): readonly string[] {
  return metadata.authors.length > 0 ? metadata.authors : bylineNames(partText(parts.byline));
}

function contentOf(metadata: PageMetadata, parts: PageParts, body: StoryDocument): ImportedStory['content'] {
  const published = readInstant(metadata.published) ?? shownDate(parts);
  const modified = readInstant(metadata.modified);
  const dateline = partText(parts.dateline);
  const fields = {
    headline: headlineOf(metadata, parts),
    dek: dekOf(metadata, parts, body),
    kicker: partText(parts.kicker),
    byline: bylineText(partText(parts.byline)),
    bodyFooter: partText(parts.footer),
    language: /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(metadata.language) ? metadata.language : '',
  };
  return {
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
    ...(dateline === '' ? {} : { dateline: { located: dateline, date: null, text: dateline } }),
    ...(published ? { firstPublishedAt: published, publishedAt: published } : {}),
    ...(modified ? { modifiedAt: modified } : {}),
  };
}

/** The dek that the page shows; else its description, unless that only repeats how the text starts. */
function dekOf(metadata: PageMetadata, parts: PageParts, body: StoryDocument): string {
  if (parts.dek) return hasAttr(parts.dek, 'data-cut') ? '' : partText(parts.dek);
  const description = metadata.description.replace(/\s*(?:\.{3}|…|\[…\]|\[\.\.\.\])$/u, '');
  const start = oneLine(paragraphTexts(body).slice(0, 2).join(' '));
  return description === '' || start.startsWith(description) ? '' : metadata.description;
}

function shownDate(parts: PageParts): string | null {
  for (const element of parts.dates) {
    for (const time of [element, ...elementsOf(element)]) {
      const instant = readInstant(attr(time, 'datetime') || attr(time, 'title') || textOf(time));
      if (instant) return instant;
    }
  }
  return null;
}

/**
 * Blocks at the start that say headline and dek again: a repeated title (Medium), the text of a share block's picture. A
 * first paragraph that equals the dek is the text's own and stays.
 */
function withoutRepeats(body: StoryDocument, headline: string, dek: string): StoryDocument {
  const blocks = [...(body.content ?? [])];
  // A line over the first words parts nothing.
  while (blocks[0]?.type === 'horizontalRule') blocks.shift();
  const textOfFirst = (): string => (blocks[0]?.content ?? []).map((node) => node.text ?? '').join('');
  if (headline !== '' && textOfFirst() === headline) blocks.shift();
  if (dek !== '' && blocks[0]?.type === 'heading' && textOfFirst() === dek) blocks.shift();
  return blocks.length > 0 ? { type: 'doc', content: blocks } : body;
}

type Corrections = NonNullable<ImportedStory['content']['corrections']>;
const correctionTypes = ['correction', 'clarification', 'update', 'editorsNote', 'retraction'] as const;

/** Corrections as our own pages write them: `<div class="correction" data-type data-place><time datetime><p>`. */
function readCorrections(scope: HtmlNode): { readonly elements: readonly HtmlElement[]; readonly list: Corrections } {
  const elements = [...elementsOf(scope)].filter((element) => hasAttr(element, 'data-correction'));
  const list = elements.flatMap((element) => {
    const inside = [...elementsOf(element)];
    const text = inside.find((inner) => hasAttr(inner, 'data-text'));
    const at = readInstant(attr(inside.find((inner) => inner.tagName === 'time') ?? element, 'datetime'));
    const type = correctionTypes.find((name) => name === attr(element, 'data-correction'));
    if (!text || !at || !type) return [];
    return [
      {
        type,
        at,
        text: textOf(text),
        place: attr(element, 'data-place') === 'top' ? ('top' as const) : ('end' as const),
      },
    ];
  });
  return { elements, list };
}

const tracked = ({ all }: TrackedChanges): Pick<ImportedStory, 'changes'> =>
  Object.keys(all).length > 0 ? { changes: all } : {};

interface Readers {
  readonly losses: LossList;
  readonly images: ImageCollector;
  readonly isOffice: boolean;
  readonly base: string;
}

/** The picture that stands before the first words of the text, inside or above the text's own element. */
function takeLeadImage(
  scope: HtmlNode,
  root: HtmlNode,
  body: StoryDocument,
  skip: ReadonlySet<HtmlNode>,
  readers: Readers,
): { readonly leadImage: ImportedStory['leadImage']; readonly rest: StoryDocument } {
  const [first, ...others] = body.content ?? [];
  if (first?.type === 'image') {
    const content = others.length > 0 ? others : [{ type: 'paragraph' }];
    return { leadImage: leadOf(first), rest: { type: 'doc', content } };
  }
  if (root === scope) return { leadImage: null, rest: body };
  const above = [...elementsOf(scope, new Set([...skip, root]))].find((element) => element.tagName === 'figure');
  if (!above?.parentNode) return { leadImage: null, rest: body };
  const alone = new Set<HtmlNode>([...skip, ...above.parentNode.childNodes.filter((node) => node !== above)]);
  const read = new HtmlReader({ ...readers, skip: alone }).read(above.parentNode);
  const image = read.content?.find((node) => node.type === 'image');
  return { leadImage: image ? leadOf(image) : null, rest: body };
}

function leadOf(image: DocumentNode): NonNullable<ImportedStory['leadImage']> {
  return {
    key: textAttr(image, 'media').replace(/^import:/u, ''),
    alt: textAttr(image, 'alt'),
    caption: textAttr(image, 'caption'),
    credit: textAttr(image, 'credit'),
  };
}
