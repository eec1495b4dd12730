import { tidyInline } from '../../document/tidy-body.js';
import { NewsroomError } from '../../errors.js';
import { linePrefix } from '../../export/docx/docx-review-out.js';
import { returnProperties } from '../../export/docx/return-docx.js';
import { LossList } from '../../loss.js';
import { oneLine } from '../../text/spaces.js';
import type { ImportContext } from '../importer.js';
import type { XmlElement } from '../office/xml-tree.js';
import { ZipPackage } from '../office/zip-package.js';
import { ChangeList } from './docx-changes.js';
import { DocxComments } from './docx-comments.js';
import { docxNamespaces } from './docx-names.js';
import { DocxNumbering } from './docx-numbering.js';
import type { DocxParts } from './docx-parts.js';
import { DocxPictures } from './docx-pictures.js';
import { DocxStyles } from './docx-styles.js';
import { InlineReader } from './inline-reader.js';
import { ParagraphBorders } from './paragraph-borders.js';
import { readNotes } from './read-notes.js';
import type { ReturnedDocument, ReturnedLine } from './returned-document.js';
import { partOfKind, readRelationships } from './relationships.js';

/** The story and the state that a document was made of; undefined for one that did not go out to come back. */
export function returnedFrom(
  bytes: Uint8Array,
  decode: ImportContext['decode'],
): { readonly story: string; readonly state: string } | undefined {
  const zip = new ZipPackage(bytes, decode);
  const custom = propertiesOf(zip, 'custom-properties')?.elements('op:property') ?? [];
  const values = new Map(custom.map((element) => [element.attr('name') ?? '', oneLine(element.text)]));
  const story = values.get(returnProperties.story);
  const state = values.get(returnProperties.state);
  return story !== undefined && state !== undefined ? { story, state } : undefined;
}

const propertiesOf = (zip: ZipPackage, kind: string): XmlElement | undefined => {
  const part = partOfKind(readRelationships(zip, ''), kind);
  return part === undefined ? undefined : zip.xml(part, docxNamespaces);
};

/**
 * Reads the lines of a document that came back. Only its lines: how they are held together is known from the story that
 * went out, and every program writes that in its own way.
 * @throws NewsroomError `import.not-readable`, `import.encrypted`, `input.too-large`
 */
export function readReturned(bytes: Uint8Array, decode: ImportContext['decode']): ReturnedDocument {
  const zip = new ZipPackage(bytes, decode);
  const main = partOfKind(readRelationships(zip, ''), 'officeDocument') ?? 'word/document.xml';
  const body = zip.xml(main, docxNamespaces)?.child('w:body');
  if (!body) throw new NewsroomError('import.not-readable', { detail: 'it holds no Word document' });
  const relationships = readRelationships(zip, main);
  const part = (kind: string): XmlElement | undefined => {
    const name = partOfKind(relationships, kind);
    return name === undefined ? undefined : zip.xml(name, docxNamespaces);
  };
  const losses = new LossList();
  const parts: DocxParts = {
    zip,
    losses,
    relationships,
    styles: new DocxStyles(part('styles')),
    pictures: new DocxPictures(zip, losses),
    numbering: new DocxNumbering(part('numbering')),
    comments: new DocxComments(part('comments'), part('commentsExtended')),
    changes: new ChangeList(),
    notes: readNotes(zip, relationships),
    // Languages are set on every run by some programs.
    isOwn: false,
  };
  const lines = new LineReader(parts).read(body);
  const from = oneLine(propertiesOf(zip, 'core-properties')?.child('cp:lastModifiedBy')?.text ?? '').slice(0, 200);
  const annotations = Object.fromEntries(
    Object.entries(parts.comments.placed).map(([id, { thread, ...one }]) => [id, { ...one, thread: [...thread] }]),
  );
  return { lines: [...lines], changes: { ...parts.changes.all }, annotations, from };
}

class LineReader {
  readonly #parts: DocxParts;
  readonly #inline: InlineReader;
  readonly #lines: ReturnedLine[] = [];
  /** Bookmarks that stood between two paragraphs: they are of the next one. */
  #waiting: string[] = [];
  readonly #borders: ParagraphBorders;

  constructor(parts: DocxParts) {
    this.#parts = parts;
    this.#inline = new InlineReader(parts, parts.relationships);
    this.#borders = new ParagraphBorders(parts.changes);
  }

  read(body: XmlElement): readonly ReturnedLine[] {
    this.#inside(body);
    return this.#lines;
  }

  #inside(element: XmlElement): void {
    for (const node of element.elements()) {
      if (node.name === 'w:p') this.#paragraph(node);
      else if (node.name === 'w:bookmarkStart') this.#waiting.push(...keysOf(node));
      else if (node.name === 'w:commentRangeStart' || node.name === 'w:commentRangeEnd') this.#inline.commentMark(node);
      else if (node.name === 'mc:AlternateContent') {
        const choice = node.child('mc:Choice') ?? node.child('mc:Fallback');
        if (choice) this.#inside(choice);
      } else if (node.name !== 'w:sectPr') this.#inside(node);
    }
  }

  #paragraph(paragraph: XmlElement): void {
    const properties = paragraph.child('w:pPr');
    const keys = [...this.#waiting, ...keysIn(paragraph)];
    const read = this.#inline.read(paragraph);
    const content = tidyInline(this.#borders.around(read.inline, properties));
    const hasPicture = read.before.length + read.after.length > 0;
    if (keys.length === 0 && content.length === 0 && !hasPicture) return;
    this.#waiting = [];
    const style = this.#parts.styles.paragraph(properties?.child('w:pStyle')?.attr('w:val'));
    const level = style.kind === 'heading' ? Math.min(Math.max(style.level + 1, 2), 4) : 0;
    const numId = properties?.child('w:numPr')?.child('w:numId')?.attr('w:val');
    const isItem = (numId !== undefined && numId !== '0') || style.numbered !== undefined;
    this.#lines.push({ keys: [...new Set(keys)], content: [...content], level, isItem, hasPicture });
  }
}

const keysOf = (bookmark: XmlElement): readonly string[] => {
  const name = bookmark.attr('w:name') ?? '';
  return name.startsWith(linePrefix) ? [name.slice(linePrefix.length)] : [];
};

const keysIn = (element: XmlElement): readonly string[] =>
  element.elements().flatMap((node) => (node.name === 'w:bookmarkStart' ? keysOf(node) : keysIn(node)));
