import { walk, textAttr, type DocumentNode, type Mark, type StoryDocument } from '../../document/document.js';
import { initialsOf } from '../../people/person.js';
import { mayGoOut } from '../../review/annotations.js';
import type { Story } from '../../story/story.js';
import { escapeXml } from '../xml/xml-writer.js';
import { namespaces, paragraphXml, runXml, xmlHead } from './docx-xml.js';

/** Names of the bookmarks by which a line that comes back is known: a block by its place, or a field of the story. */
export const linePrefix = '_cd_';

/** The sign on both sides of a border that a suggestion made or took away (`settle-changes.ts`). */
const border = '\u200b';
const isBorder = (node: DocumentNode | undefined): boolean =>
  node?.text === border && (node.marks ?? []).some(({ type }) => type === 'insertion' || type === 'deletion');

interface Written {
  readonly id: string;
  readonly paraId: string;
  readonly parent: string | null;
  readonly isDone: boolean;
  readonly author: string;
  readonly at: string;
  readonly text: string;
}

/**
 * What a document that is to come back carries beside its text: suggestions as tracked changes, threads as comments, and
 * a bookmark in each line. Source notes and legal flags stay behind.
 */
export class DocxReviewOut {
  readonly #story: Story;
  readonly #places = new Map<DocumentNode, number>();
  /** The first and the last text that each thread is about. */
  readonly #first = new Map<DocumentNode, string[]>();
  readonly #last = new Map<DocumentNode, string[]>();
  readonly #threads = new Map<string, readonly Written[]>();
  #bookmarks = 0;
  #changes = 0;

  /** @param body the very nodes that are written */
  constructor(story: Story, body: StoryDocument) {
    this.#story = story;
    let place = 0;
    const ends = new Map<string, { first: DocumentNode; last: DocumentNode }>();
    for (const { node } of walk(body)) {
      this.#places.set(node, place);
      place += 1;
      if (node.type !== 'text') continue;
      for (const mark of node.marks ?? [])
        if (mark.type === 'annotation' && this.#isSent(textAttr(mark, 'annotationId'))) {
          const id = textAttr(mark, 'annotationId');
          ends.set(id, { first: ends.get(id)?.first ?? node, last: node });
        }
    }
    for (const [id, { first, last }] of ends) {
      this.#first.set(first, [...(this.#first.get(first) ?? []), id]);
      this.#last.set(last, [...(this.#last.get(last) ?? []), id]);
      this.#threads.set(id, this.#written(id));
    }
  }

  /** A mark at the start of a line, by which it is known when it comes back. `name` = which text of the block. */
  line(node: DocumentNode, name = ''): string {
    const place = this.#places.get(node);
    return place === undefined ? '' : this.#bookmark(`${String(place)}${name && `_${name}`}`);
  }

  field(name: string): string {
    return this.#bookmark(`f_${name}`);
  }

  /** The run of a text with its comments and its suggestion around it. */
  text(node: DocumentNode, run: (text: string) => string): string {
    const starts = (this.#first.get(node) ?? []).flatMap((id) => this.#threads.get(id) ?? []);
    const ends = (this.#last.get(node) ?? []).flatMap((id) => this.#threads.get(id) ?? []);
    return (
      starts.map(({ id }) => `<w:commentRangeStart w:id="${id}"/>`).join('') +
      this.#changed(node, run) +
      ends.map(({ id }) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`).join('')
    );
  }

  /** What says in a run's properties how it looked before; `before` writes properties for other marks. */
  look(node: DocumentNode, before: (marks: readonly Mark[]) => string): string {
    const change = node.marks?.find(({ type, attrs }) => type === 'modification' && attrs?.['attrName'] === 'marks');
    if (!change || hasChange(node)) return '';
    const was = change.attrs?.['previousValue'];
    return `<w:rPrChange ${this.#who(change)}><w:rPr>${before(Array.isArray(was) ? (was as Mark[]) : [])}</w:rPr></w:rPrChange>`;
  }

  /** The inline nodes of a line without the signs of its borders, and what the paragraph's mark says for them. */
  parted(content: readonly DocumentNode[]): { readonly content: readonly DocumentNode[]; readonly mark: string } {
    const last = content.at(-1);
    const change = isBorder(last)
      ? last?.marks?.find(({ type }) => type === 'insertion' || type === 'deletion')
      : undefined;
    const mark = change
      ? `<w:rPr><w:${change.type === 'insertion' ? 'ins' : 'del'} ${this.#who(change)}/></w:rPr>`
      : '';
    const inner = content.filter((node, at) => !(isBorder(node) && (at === 0 || at === content.length - 1)));
    return { content: inner, mark };
  }

  /** The parts of the file for the comments; empty where there are none. */
  get parts(): Readonly<Record<string, string>> {
    const all = [...this.#threads.values()].flat();
    if (all.length === 0) return {};
    const comments = all.map(
      ({ id, paraId, author, at, text }) =>
        `<w:comment w:id="${id}" w:author="${escapeXml(author)}" w:date="${seconds(at)}" w:initials="${escapeXml(initialsOf(author))}">` +
        `${text
          .split('\n')
          .map((line, place, every) =>
            withParaId(paragraphXml('', runXml(line)), place === every.length - 1 ? paraId : null),
          )
          .join('')}</w:comment>`,
    );
    const extended = all.map(
      ({ paraId, parent, isDone }) =>
        `<w15:commentEx w15:paraId="${paraId}"${parent === null ? '' : ` w15:paraIdParent="${parent}"`} w15:done="${isDone ? '1' : '0'}"/>`,
    );
    return {
      comments: `${xmlHead}<w:comments ${namespaces} ${word14}>${comments.join('')}</w:comments>`,
      commentsExtended: `${xmlHead}<w15:commentsEx ${word15}>${extended.join('')}</w15:commentsEx>`,
    };
  }

  #isSent(id: string): boolean {
    const annotation = this.#story.annotations[id];
    return annotation !== undefined && mayGoOut(annotation) && annotation.thread.length > 0;
  }

  #written(id: string): readonly Written[] {
    const annotation = this.#story.annotations[id];
    const from = [...this.#threads.values()].flat().length;
    const paraId = (at: number): string => (0x10000000 + from + at).toString(16).toUpperCase();
    return (annotation?.thread ?? []).map(({ personName, at, text }, place) => ({
      id: String(from + place),
      paraId: paraId(place),
      parent: place === 0 ? null : paraId(0),
      isDone: annotation?.resolved ?? false,
      author: personName || 'Copydesk',
      at,
      text,
    }));
  }

  #changed(node: DocumentNode, run: (text: string) => string): string {
    const marks = node.marks ?? [];
    const insertion = marks.find(({ type }) => type === 'insertion');
    if (insertion) return `<w:ins ${this.#who(insertion)}>${run('w:t')}</w:ins>`;
    const deletion = marks.find(({ type }) => type === 'deletion');
    return deletion ? `<w:del ${this.#who(deletion)}>${run('w:delText')}</w:del>` : run('w:t');
  }

  #who(mark: Mark): string {
    const record = this.#story.changes[textAttr(mark, 'changeId')];
    this.#changes += 1;
    const author = escapeXml(record?.personName === '' ? 'Copydesk' : (record?.personName ?? 'Copydesk'));
    return `w:id="${String(this.#changes)}" w:author="${author}" w:date="${seconds(record?.at ?? this.#story.modifiedAt)}"`;
  }

  #bookmark(name: string): string {
    this.#bookmarks += 1;
    const id = String(this.#bookmarks);
    return `<w:bookmarkStart w:id="${id}" w:name="${linePrefix}${name}"/><w:bookmarkEnd w:id="${id}"/>`;
  }
}

const hasChange = ({ marks = [] }: DocumentNode): boolean =>
  marks.some(({ type }) => type === 'insertion' || type === 'deletion');
/** Word knows no parts of a second. */
const seconds = (at: string): string => at.replace(/\.\d+Z$/u, 'Z');
const withParaId = (xml: string, paraId: string | null): string =>
  paraId === null ? xml : xml.replace('<w:p>', `<w:p w14:paraId="${paraId}">`);
const word14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
const word15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';
