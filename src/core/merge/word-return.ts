import { nodesInPlace, returnedFields, type ReturnedField } from '../export/docx/return-docx.js';
import { textAttr, type DocumentNode, type Mark, type StoryDocument } from '../document/document.js';
import { blockText } from '../document/plain-text.js';
import { documentView } from '../document/document-view.js';
import { tidyInline } from '../document/tidy-body.js';
import { changeMarkNames } from '../document/settle-changes.js';
import type { ImportedChange } from '../import/importer.js';
import type { ReturnedDocument, ReturnedLine } from '../import/docx/returned-document.js';
import { canonicalJson } from '../library/canonical-json.js';
import { LossList, type Loss } from '../loss.js';
import { mayGoOut } from '../review/annotations.js';
import { recordsIn } from '../review/suggestions.js';
import type { Story } from '../story/story.js';
import { oneLine } from '../text/spaces.js';
import { mergeWords } from './merge-words.js';

/** What a document that came back makes of the story that went out. */
export interface WordReturn {
  readonly story: Story;
  readonly losses: readonly Loss[];
}

/**
 * The story as a colleague sent it back: the one that went out, with what differs between the document that was written
 * (`sent`) and the one that came (`came`), both read by the same reader. So nothing that a word processor does not know
 * is lost, and nothing that it does to every file (names of styles, cut runs, languages) is taken for a change.
 * @param idOf an id for something new, the same for the same key: a file that is taken in twice brings nothing twice
 * @param now for what has no time of its own
 */
export function wordReturn(
  base: Story,
  sent: ReturnedDocument,
  came: ReturnedDocument,
  idOf: (key: string) => string,
  now: Date,
): WordReturn {
  return new Returning(base, sent, came, idOf, now).story();
}

/** A block that comes after another one, new from the document. */
interface Added {
  readonly node: DocumentNode;
  readonly isItem: boolean;
}

class Returning {
  readonly #base: Story;
  readonly #sent: ReturnedDocument;
  readonly #came: ReturnedDocument;
  readonly #idOf: (key: string) => string;
  readonly #now: string;
  readonly #losses = new LossList();
  readonly #nodes: readonly DocumentNode[];
  readonly #placeOf: ReadonlyMap<DocumentNode, number>;
  readonly #newChanges = new Map<string, Story['changes'][string]>();
  readonly #sentThreads: ReadonlyMap<string, string>;
  readonly #cameThreads: ReadonlyMap<string, string>;
  /** The nodes around each one, the outermost first. */
  readonly #around = new Map<number, readonly DocumentNode[]>();
  /** Where the lines of each block of the text came first. */
  readonly #order = new Map<DocumentNode, number>();
  readonly #content = new Map<number, readonly DocumentNode[]>();
  readonly #attrs = new Map<number, Record<string, string>>();
  readonly #levels = new Map<number, number>();
  readonly #gone = new Set<number>();
  readonly #after = new Map<number, Added[]>();

  constructor(base: Story, sent: ReturnedDocument, came: ReturnedDocument, idOf: (key: string) => string, now: Date) {
    this.#base = base;
    this.#sent = sent;
    this.#came = came;
    this.#idOf = idOf;
    this.#now = now.toISOString();
    this.#nodes = nodesInPlace(base.body);
    this.#placeOf = new Map(this.#nodes.map((node, place) => [node, place]));
    this.#lookAround(base.body, []);
    this.#sentThreads = this.#threadsOf(sent);
    this.#cameThreads = this.#threadsOf(came);
  }

  #lookAround(node: DocumentNode, around: readonly DocumentNode[]): void {
    this.#around.set(this.#placeOf.get(node) ?? -1, around);
    for (const child of node.content ?? []) this.#lookAround(child, [...around, node]);
  }

  story(): WordReturn {
    this.#takeLines();
    const content = this.#inOrder();
    const body: StoryDocument = { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
    const changes = recordsIn(body, { ...this.#base.changes, ...Object.fromEntries(this.#newChanges) });
    return {
      story: { ...this.#base, ...this.#fields(), body, changes, annotations: this.#annotations() },
      losses: this.#losses.list,
    };
  }

  /** A field is plain text: what was suggested in it is taken as accepted. */
  #fields(): Partial<Pick<Story, ReturnedField>> {
    const fields: Partial<Record<ReturnedField, string>> = {};
    for (const name of Object.keys(returnedFields) as ReturnedField[]) {
      const [was, is] = [this.#sent, this.#came].map(({ lines }) =>
        lines.find(({ keys }) => keys.includes(`f_${name}`)),
      );
      if (!was || !is) continue;
      const text = plain(is.content);
      if (text !== plain(was.content)) fields[name] = text.slice(0, 2_000);
    }
    return fields;
  }

  /** Threads with what was answered and resolved; new ones beside them. What was deleted in the file stays here. */
  #annotations(): Story['annotations'] {
    const all: Record<string, Story['annotations'][string]> = { ...this.#base.annotations };
    for (const [threadId, { thread, resolved }] of Object.entries(this.#came.annotations)) {
      const id = this.#cameThreads.get(threadId) ?? threadId;
      const before = this.#base.annotations[id];
      const entries = thread.map((entry) => ({ ...entry, personId: null, at: entry.at ?? this.#now }));
      const there = (before?.thread ?? []).map(said);
      const answers = entries.filter((entry) => !takeOne(there, said(entry)));
      if (!before) all[id] = { kind: 'comment', thread: entries, resolved };
      else if (answers.length > 0 || before.resolved !== resolved)
        all[id] = { ...before, resolved, thread: [...before.thread, ...answers] };
    }
    return all;
  }

  /** The threads of a document under their ids here: each is known by what began it. */
  #threadsOf({ annotations }: ReturnedDocument): ReadonlyMap<string, string> {
    const free = new Map(Object.entries(this.#base.annotations).filter(([, one]) => mayGoOut(one)));
    return new Map(
      Object.entries(annotations).map(([threadId, { thread }]) => {
        const [first] = thread;
        const known = [...free].find(([, one]) => first && one.thread[0] && said(one.thread[0]) === said(first));
        if (known) free.delete(known[0]);
        return [threadId, known?.[0] ?? this.#idOf(`thread ${canonicalJson(thread)}`)] as const;
      }),
    );
  }

  #takeLines(): void {
    const sentBy = new Map(this.#sent.lines.flatMap((line) => line.keys.map((key) => [key, line] as const)));
    const came = paired(this.#sent.lines, this.#came.lines);
    const back = new Set(came.flatMap(({ keys }) => keys));
    for (const key of sentBy.keys()) if (!back.has(key)) this.#lose(key);
    let previous: number | null = null;
    let order = 0;
    for (const [at, line] of came.entries()) {
      const [key, ...joined] = line.keys;
      // A border was taken away by hand: the lines behind it are part of the first.
      for (const each of joined) this.#lose(each);
      const was = key === undefined ? undefined : sentBy.get(key);
      if (key !== undefined && was) {
        this.#takeLine(key, was, line);
        const place = placeOf(key);
        if (place !== null) {
          previous = place;
          const top = this.#around.get(place)?.[1] ?? this.#nodes[place];
          if (top && !this.#order.has(top)) this.#order.set(top, at);
        }
      } else if (key === undefined) {
        order += 1;
        this.#add(previous, line, order);
      }
    }
  }

  #takeLine(key: string, was: ReturnedLine, is: ReturnedLine): void {
    const place = placeOf(key);
    const node = place === null ? undefined : this.#nodes[place];
    if (place === null || !node) return;
    const name = key.includes('_') ? key.slice(key.indexOf('_') + 1) : '';
    if (name !== '' || node.type === 'codeBlock') {
      const text = plain(is.content);
      if (text === plain(was.content)) return;
      if (node.type === 'codeBlock')
        this.#losses.add('code', 'Changes in a piece of code were not taken. Make them by hand');
      else this.#setAttr(place, name, text);
      return;
    }
    if (was.hasPicture && !is.hasPicture) {
      this.#gone.add(place);
      return;
    }
    if (!was.hasPicture && is.hasPicture) this.#lostPicture();
    const isHeading = node.type === 'heading' || node.type === 'paragraph';
    if (isHeading && was.level !== is.level) this.#levels.set(place, is.level);
    let [sent, came] = [
      this.#known(was.content, was, node, this.#sent),
      this.#known(is.content, was, node, this.#came),
    ];
    // Some programs lose notes by themselves: those that are missing stay.
    if (notesIn(came) < notesIn(sent)) [sent, came] = [withoutNotes(sent), withoutNotes(came)];
    if (canonicalJson(sent) === canonicalJson(came)) return;
    if (!isWritten(node)) {
      this.#setAttr(place, node.type === 'embed' ? 'title' : '', plain(is.content));
      return;
    }
    const with_ = (content: readonly DocumentNode[]): DocumentNode => ({ type: node.type, content });
    const merged = mergeWords(with_(sent), with_(node.content ?? []), with_(came));
    this.#content.set(place, merged.theirs ?? merged.mine);
  }

  /** What the colleague wrote anew, behind the block before it. */
  #add(previous: number | null, line: ReturnedLine, order: number): void {
    if (line.hasPicture) this.#lostPicture();
    const content = this.#known(line.content, null, null, this.#came);
    if (content.length === 0) return;
    const blockId = this.#idOf(
      `block ${String(previous ?? -1)} ${String(order)} ${canonicalJson(plain(line.content))}`,
    );
    const node: DocumentNode =
      line.level > 0
        ? { type: 'heading', attrs: { level: line.level, blockId }, content }
        : { type: 'paragraph', attrs: { blockId }, content };
    const list = (this.#around.get(previous ?? -1) ?? []).find(({ type }) => type.endsWith('List'));
    // Behind a list where it is no entry; a list of its own where there is none.
    const place = list && !line.isItem ? (this.#placeOf.get(list) ?? -1) : (previous ?? -1);
    const there = this.#after.get(place) ?? [];
    const last = there.at(-1)?.node;
    if (!line.isItem || list) this.#after.set(place, [...there, { node, isItem: line.isItem }]);
    else if (last?.type === 'bulletList')
      this.#after.set(place, [
        ...there.slice(0, -1),
        { node: { ...last, content: [...(last.content ?? []), this.#item(node)] }, isItem: false },
      ]);
    else {
      const made = {
        type: 'bulletList',
        attrs: { blockId: this.#idOf(`list ${blockId}`) },
        content: [this.#item(node)],
      };
      this.#after.set(place, [...there, { node: made, isItem: false }]);
    }
  }

  #item(node: DocumentNode): DocumentNode {
    const attrs = { blockId: this.#idOf(`item ${textAttr(node, 'blockId')}`) };
    return { type: 'listItem', attrs, content: [node] };
  }

  #lose(key: string): void {
    const place = placeOf(key);
    if (place === null) return;
    if (key.includes('_')) this.#setAttr(place, key.slice(key.indexOf('_') + 1), '');
    else this.#gone.add(place);
  }

  #setAttr(place: number, name: string, text: string): void {
    if (name === '') return;
    this.#attrs.set(place, { ...this.#attrs.get(place), [name]: text });
  }

  #lostPicture(): void {
    this.#losses.add('picture', 'A picture that was put into the document was left out. Add it by hand');
  }

  /** A line's content under the ids of the story: of changes that it had, of threads; what is new gets an id. */
  #known(
    content: readonly DocumentNode[],
    was: ReturnedLine | null,
    node: DocumentNode | null,
    from: ReturnedDocument,
  ): readonly DocumentNode[] {
    const own =
      was && node ? changesByWords(was.content, node.content ?? [], this.#sent.changes) : new Map<string, string>();
    const words = wordsByChange(content);
    const ids = new Map<string, string>();
    for (const [id, text] of words) {
      const change = from.changes[id];
      const key = change ? changeKey(change, text) : id;
      ids.set(id, own.get(key) ?? this.#newChange(change, key, node));
    }
    const threads = from === this.#sent ? this.#sentThreads : this.#cameThreads;
    return content.map((each) => withKnownIds(each, ids, threads));
  }

  #newChange(change: ImportedChange | undefined, key: string, node: DocumentNode | null): string {
    const id = this.#idOf(`change ${key} ${change?.at ?? ''} ${node ? textAttr(node, 'blockId') : ''}`);
    const { kind = 'insertion', personName = '', at = null } = change ?? {};
    this.#newChanges.set(id, { kind, personId: null, personName, at: at ?? this.#now });
    return id;
  }

  /** A block with what became of it and of those inside; none where it went, more where others were written behind it. */
  #rebuilt(node: DocumentNode): readonly DocumentNode[] {
    const place = this.#placeOf.get(node) ?? -1;
    const self = this.#self(node, place);
    const added = (this.#after.get(place) ?? []).filter(({ isItem }) => !isItem);
    return [...(self ? [self] : []), ...added.map((each) => each.node)];
  }

  #self(node: DocumentNode, place: number): DocumentNode | null {
    if (this.#gone.has(place)) return null;
    const attrs = this.#attrs.get(place);
    const own = attrs ? { ...node, attrs: { ...node.attrs, ...attrs } } : node;
    const content = this.#content.get(place);
    const level = this.#levels.get(place);
    const leaf = content ? { ...own, content } : own;
    if (level !== undefined) return withLevel(leaf, level);
    const children = node.content ?? [];
    if (content || isWritten(node) || children.every(({ type }) => type === 'text')) return leaf;
    const inside = children.flatMap((child) => (child.type === 'listItem' ? this.#items(child) : this.#rebuilt(child)));
    if (inside.length === children.length && inside.every((child, at) => child === children[at])) return leaf;
    if (inside.length > 0) return { ...leaf, content: inside };
    const isCell = node.type === 'tableCell' || node.type === 'tableHeader';
    return isCell ? { ...leaf, content: [{ type: 'paragraph' }] } : null;
  }

  /** An entry of a list, and the entries that were written behind its lines. */
  #items(item: DocumentNode): readonly DocumentNode[] {
    const self = this.#self(item, this.#placeOf.get(item) ?? -1);
    const added = (item.content ?? []).flatMap((node) => this.#after.get(this.#placeOf.get(node) ?? -1) ?? []);
    const items = added.filter(({ isItem }) => isItem).map(({ node }) => this.#item(node));
    return [...(self ? [self] : []), ...items];
  }

  /** The blocks of the text in the order in which they came back; one without a line goes with the one before it. */
  #inOrder(): readonly DocumentNode[] {
    let last = -1;
    const groups = (this.#base.body.content ?? []).map((node) => {
      last = this.#order.get(node) ?? last;
      return { order: last, nodes: this.#rebuilt(node) };
    });
    const first = (this.#after.get(-1) ?? []).map(({ node }) => node);
    return [...first, ...groups.toSorted((one, other) => one.order - other.order).flatMap(({ nodes }) => nodes)];
  }
}

/** Where a line has lost its mark, as when it was typed anew, it is the one between the same neighbours. */
function paired(sent: readonly ReturnedLine[], came: readonly ReturnedLine[]): readonly ReturnedLine[] {
  const back = new Set(came.flatMap(({ keys }) => keys));
  const out = [...came];
  const placeIn = new Map(came.flatMap(({ keys }, at) => keys.map((key) => [key, at] as const)));
  for (let at = 0; at < sent.length;) {
    const start = at;
    while (at < sent.length && !(sent[at]?.keys ?? []).some((key) => back.has(key))) at += 1;
    const lost = sent.slice(start, at);
    if (lost.length === 0) {
      at += 1;
      continue;
    }
    const before = start === 0 ? -1 : (placeIn.get(sent[start - 1]?.keys[0] ?? '') ?? -1);
    const behind = at < sent.length ? (placeIn.get(sent[at]?.keys[0] ?? '') ?? -1) : came.length;
    const fresh = out.slice(before + 1, Math.max(before + 1, behind));
    if (fresh.length === lost.length && fresh.every(({ keys }) => keys.length === 0))
      for (const [index, line] of fresh.entries()) out[before + 1 + index] = { ...line, keys: lost[index]?.keys ?? [] };
  }
  return out;
}

const placeOf = (key: string): number | null => {
  const place = Number.parseInt(key, 10);
  return Number.isSafeInteger(place) ? place : null;
};

/** The words of a line for a field, as accepted. */
function plain(content: readonly DocumentNode[]): string {
  const view = documentView({ type: 'doc', content: [{ type: 'paragraph', content }] }, 'accepted');
  return oneLine((view.content ?? []).map(blockText).join(' '));
}

/** A block whose own text is what stands in the document. */
const isWritten = ({ type }: DocumentNode): boolean =>
  type === 'paragraph' || type === 'heading' || type === 'pullQuote';

function withLevel(node: DocumentNode, level: number): DocumentNode {
  const { level: _was, ...attrs } = node.attrs ?? {};
  return level > 0 ? { ...node, type: 'heading', attrs: { ...attrs, level } } : { ...node, type: 'paragraph', attrs };
}

const changeOf = ({ marks = [] }: DocumentNode): Mark | undefined =>
  marks.find(({ type }) => changeMarkNames.has(type));

/** The words that each change of a line is of. */
function wordsByChange(content: readonly DocumentNode[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const node of content) {
    const mark = changeOf(node);
    if (!mark) continue;
    const id = textAttr(mark, 'changeId');
    words.set(id, (words.get(id) ?? '') + (node.text ?? ''));
  }
  return words;
}

/** What tells a change in a line: programs keep its kind, its author and its words, but not its number. */
const changeKey = ({ kind, personName }: ImportedChange, words: string): string => `${kind}\n${personName}\n${words}`;

/** The changes of the story by what tells them in the line that went out: both lines have the same letters. */
function changesByWords(
  sent: readonly DocumentNode[],
  base: readonly DocumentNode[],
  changes: ReturnedDocument['changes'],
): Map<string, string> {
  const known = new Map<string, string>();
  const letters = base.flatMap((node) => {
    const mark = changeOf(node);
    return Array.from({ length: (node.text ?? '').length }, () => (mark ? textAttr(mark, 'changeId') : ''));
  });
  const words = wordsByChange(sent);
  let at = 0;
  for (const node of sent) {
    const mark = changeOf(node);
    const id = mark ? textAttr(mark, 'changeId') : '';
    const own = letters[at] ?? '';
    const change = changes[id];
    if (change && own !== '') known.set(changeKey(change, words.get(id) ?? ''), own);
    at += (node.text ?? '').length;
  }
  return known;
}

function withKnownIds(
  node: DocumentNode,
  changes: ReadonlyMap<string, string>,
  threads: ReadonlyMap<string, string>,
): DocumentNode {
  const marks = node.marks?.map((mark): Mark => {
    const change = changes.get(textAttr(mark, 'changeId'));
    if (change !== undefined) return { ...mark, attrs: { ...mark.attrs, changeId: change } };
    const thread = threads.get(textAttr(mark, 'annotationId'));
    return thread === undefined ? mark : { ...mark, attrs: { ...mark.attrs, annotationId: thread } };
  });
  const content = node.content?.map((child) => withKnownIds(child, changes, threads));
  return { ...node, ...(marks ? { marks } : {}), ...(content ? { content } : {}) };
}

const isNote = ({ type }: DocumentNode): boolean => type === 'footnote';
const notesIn = (content: readonly DocumentNode[]): number => content.filter(isNote).length;
const withoutNotes = (content: readonly DocumentNode[]): readonly DocumentNode[] =>
  tidyInline(content.filter((node) => !isNote(node)));

/** What tells an entry of a thread. */
const said = ({ personName, text }: { readonly personName: string; readonly text: string }): string =>
  `${personName || 'Copydesk'}\n${oneLine(text)}`;

/** Takes one of a list; false where it is not in it. */
function takeOne(list: string[], wanted: string): boolean {
  const at = list.indexOf(wanted);
  if (at >= 0) list.splice(at, 1);
  return at >= 0;
}
