import { textAttr, type DocumentNode, type StoryDocument } from '../../document/document.js';
import { blockText } from '../../document/plain-text.js';
import { NewsroomError } from '../../errors.js';
import { LossList } from '../../loss.js';
import { oneLine } from '../../text/spaces.js';
import { emptyStory } from '../empty-story.js';
import type { ImportContext, ImportedStory, ImportResult } from '../importer.js';
import { foldMarked } from '../office/fold-marked.js';
import type { XmlElement } from '../office/xml-tree.js';
import { ZipPackage } from '../office/zip-package.js';
import { BlockReader, hasReview } from './block-reader.js';
import { ChangeList } from './docx-changes.js';
import { DocxComments } from './docx-comments.js';
import { docxNamespaces } from './docx-names.js';
import { DocxNumbering } from './docx-numbering.js';
import type { DocxParts } from './docx-parts.js';
import { DocxPictures } from './docx-pictures.js';
import { readProperties } from './docx-properties.js';
import { DocxStyles } from './docx-styles.js';
import { readNotes } from './read-notes.js';
import { documentLanguage } from './document-language.js';
import { partOfKind, readRelationships } from './relationships.js';
import { StoryFields } from './story-fields.js';

/**
 * Reads a Word document into a story: text, structure, notes, pictures, tracked changes and comments; what a story has
 * no place for is a loss. Nothing outside the file is ever asked for.
 * @throws NewsroomError `import.not-readable`, `import.encrypted`, `import.old-word`, `input.too-large`
 */
export function readDocx(
  bytes: Uint8Array,
  decode: ImportContext['decode'],
): Extract<ImportResult, { story: unknown }> {
  const zip = new ZipPackage(bytes, decode);
  const losses = new LossList();
  const main = partOfKind(readRelationships(zip, ''), 'officeDocument') ?? 'word/document.xml';
  const root = zip.xml(main, docxNamespaces);
  const body = root?.child('w:body');
  if (!root || !body) throw new NewsroomError('import.not-readable', { detail: 'it holds no Word document' });
  const relationships = readRelationships(zip, main);
  const part = (kind: string): XmlElement | undefined => {
    const name = partOfKind(relationships, kind);
    return name === undefined ? undefined : zip.xml(name, docxNamespaces);
  };
  const properties = readProperties(zip);
  const styles = new DocxStyles(part('styles'));
  const pictures = new DocxPictures(zip, losses);
  const parts: DocxParts = {
    zip,
    losses,
    relationships,
    styles,
    pictures,
    numbering: new DocxNumbering(part('numbering')),
    comments: new DocxComments(part('comments'), part('commentsExtended')),
    changes: new ChangeList(),
    notes: readNotes(zip, relationships),
    isOwn: properties.isOwn,
  };
  const fields = new StoryFields(losses);
  const reader = new BlockReader(parts, fields);
  reader.column(body);
  const { flattened } = reader.builder;
  if (flattened > 0) losses.add('depth', 'Lists or quotes nested too deep were flattened', flattened);
  const read = finished(reader.builder.finish(), fields.headline, properties.isOwn);
  const { headline } = read;
  const { leadImage, document } = withoutLead(read.document, properties.hasLead);
  countDropped(parts);
  const language = properties.language || documentLanguage(document, styles.defaults);
  const authorNames = fields.byline === '' ? properties.authorNames : fields.authorNames;
  const content = {
    headline: (headline || properties.title).slice(0, 2_000),
    dek: fields.dek,
    kicker: fields.kicker,
    byline: fields.byline,
    bodyFooter: fields.bodyFooter,
    slugline: properties.slugline,
    language,
  };
  const { created } = properties;
  return {
    story: {
      ...emptyStory,
      content: {
        ...Object.fromEntries(Object.entries(content).filter(([, value]) => value !== '')),
        ...(fields.dateline === ''
          ? {}
          : { dateline: { located: fields.dateline, date: null, text: fields.dateline } }),
        ...(created === null ? {} : { createdAt: created }),
      },
      body: document,
      leadImage,
      authorNames,
      related: fields.related,
      sectionName: properties.section,
      tagNames: properties.tags,
      changes: parts.changes.all,
      annotations: parts.comments.placed,
    },
    media: pictures.list,
    losses: losses.list,
  };
}

/** The body with captions at their pictures and headings at their levels; the headline where the file set it as Heading 1. */
function finished(
  document: StoryDocument,
  title: string,
  isOwn: boolean,
): { readonly headline: string; readonly document: StoryDocument } {
  const blocks = document.content ?? [];
  const [first] = blocks;
  const isTop = (node: DocumentNode): boolean => node.type === 'heading' && node.attrs?.['level'] === 1;
  const tops = blocks.filter(isTop).length;
  const takesFirst = title === '' && !isOwn && first !== undefined && isTop(first) && tops === 1;
  // Under a title "Heading 1" is the highest there is; under a headline that is a Heading 1 itself, "Heading 2" is.
  const shift = title !== '' || isOwn || (tops > 0 && !takesFirst) ? 1 : 0;
  const level = (fileLevel: number): number => Math.min(Math.max(fileLevel + shift, 2), 4);
  const headline = takesFirst && !hasReview(first.content ?? []) ? oneLine(blockText(first)) : '';
  const rest = headline === '' ? blocks : blocks.slice(1);
  const content = foldMarked(rest, level);
  return {
    headline: title || headline,
    document: { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] },
  };
}

/** The picture that our own files set over the text. */
function withoutLead(
  document: StoryDocument,
  hasLead: boolean,
): { readonly leadImage: ImportedStory['leadImage']; readonly document: StoryDocument } {
  const [first, ...rest] = document.content ?? [];
  if (!hasLead || first?.type !== 'image') return { leadImage: null, document };
  return {
    leadImage: {
      key: textAttr(first, 'media').replace(/^import:/u, ''),
      alt: textAttr(first, 'alt'),
      caption: textAttr(first, 'caption'),
      credit: textAttr(first, 'credit'),
    },
    document: { type: 'doc', content: rest.length > 0 ? rest : [{ type: 'paragraph' }] },
  };
}

function countDropped({ zip, relationships, losses, comments }: DocxParts): void {
  for (const { kind, target, isExternal } of relationships.values()) {
    if ((kind === 'header' || kind === 'footer') && !isExternal) {
      const text = zip.xml(target, docxNamespaces)?.text ?? '';
      if (text.trim() !== '') losses.add('headerFooter', 'Headers and footers of the pages were left out');
    }
    if (kind === 'vbaProject') losses.add('macro', 'Macros were left out');
  }
  if (comments.lost > 0)
    losses.add('comment', 'Comments on a header, a footer, a note or an empty place were left out', comments.lost);
}
