import type { DocumentNode, Mark, StoryDocument } from '../../core/document/document.js';
import { textAttr } from '../../core/document/document.js';
import { plainText } from '../../core/document/plain-text.js';
import type { ImportedMedia } from '../../core/import/importer.js';
import { readHtmlFragment, type ReadHtml } from '../../core/import/html/read-html-fragment.js';
import { isWorthTelling, lostThings, type PasteReport } from '../../core/import/paste/paste-report.js';
import { guardQuotes } from '../../core/import/paste/quote-guard.js';
import { rtfPictures } from '../../core/import/paste/rtf-pictures.js';
import type { ForeignCopy, InsertBlocks } from '../../editor/behaviours/doors.js';
import type { App } from '../state/app.svelte.js';
import { PasteShown } from '../state/paste-shown.svelte.js';

/** A block that came with the paste is ours when every picture in it is; the others are left out. */
function withMedia(nodes: readonly DocumentNode[], ids: ReadonlyMap<string, string>): readonly DocumentNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'image') {
      const media = ids.get(textAttr(node, 'media').replace(/^import:/u, ''));
      return media === undefined ? [] : [{ ...node, attrs: { ...node.attrs, media } }];
    }
    if (!node.content) return [node];
    const content = withMedia(node.content, ids);
    return content.length === 0 && node.content.length > 0 ? [] : [{ ...node, content }];
  });
}

async function storePictures(app: App, images: readonly ImportedMedia[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { key, fileName, bytes } of images) {
    if (!bytes) continue;
    const added = app.toasts.valueOf(await app.bridge.call('media.add', { fileName, bytes: new Uint8Array(bytes) }));
    if (added) ids.set(key, added.mediaId);
  }
  return ids;
}

/** Every text with its marks changed by `change`. */
function withMarks(
  nodes: readonly DocumentNode[],
  change: (marks: readonly Mark[]) => readonly Mark[],
): readonly DocumentNode[] {
  return nodes.map((node) => {
    const marked = node.type === 'text' ? { marks: change(node.marks ?? []) } : {};
    return { ...node, ...marked, ...(node.content ? { content: withMarks(node.content, change) } : {}) };
  });
}

/** Tracked changes of the other program become suggestions of this story, under ids of its own. */
function adoptChanges(app: App, read: ReadHtml): (marks: readonly Mark[]) => readonly Mark[] {
  const open = app.newsroom?.open;
  const ids = new Map(Object.keys(read.changes).map((id) => [id, crypto.randomUUID() as string]));
  if (open && ids.size > 0) {
    const now = new Date().toISOString();
    const adopted = Object.entries(read.changes).map(([id, { kind, personName, at }]) => [
      ids.get(id) ?? id,
      { kind, personId: null, personName, at: at ?? now },
    ]);
    open.change({ changes: { ...open.story.changes, ...(Object.fromEntries(adopted) as typeof open.story.changes) } });
  }
  return (marks) =>
    marks.map((mark) => {
      const id = ids.get(textAttr(mark, 'changeId'));
      return id === undefined ? mark : { ...mark, attrs: { ...mark.attrs, changeId: id } };
    });
}

/** The page that a paste came from, as a note on the passage that never leaves the library. */
function noteSource(app: App, source: string): Mark | null {
  const newsroom = app.newsroom;
  const open = newsroom?.open;
  if (source === '' || !newsroom || !open) return null;
  const annotationId = crypto.randomUUID();
  const person = newsroom.library.people.find(({ id }) => id === app.machine.personId);
  const entry = {
    text: app.strings('paste.sourceNote', { url: source }),
    personId: person?.id ?? null,
    personName: person?.name ?? '',
    at: new Date().toISOString(),
  };
  open.change({
    annotations: { ...open.story.annotations, [annotationId]: { kind: 'source', thread: [entry], resolved: false } },
  });
  return { type: 'annotation', attrs: { annotationId } };
}

/**
 * Reads a paste from elsewhere. Pictures inside it go into the library first; those on other computers are listed and
 * never fetched; quotations are counted before and after; the person is told what did not come along as it was.
 */
export function readPaste(app: App, copy: ForeignCopy, insert: InsertBlocks): boolean {
  const read = readHtmlFragment(copy.html, { attached: rtfPictures(copy.rtf), keepsChanges: true });
  const pictures = read.images.filter(({ bytes }) => bytes !== null);
  if (plainText(read.body) === '' && pictures.length === 0) return false;
  void finish(app, copy, read, insert);
  return true;
}

async function finish(app: App, copy: ForeignCopy, read: ReadHtml, insert: InsertBlocks): Promise<void> {
  const origin = await app.bridge.call('clipboard.source', null);
  const source = origin.ok ? (origin.value.url ?? '') : '';
  const ids = await storePictures(app, read.images);
  const content = withMedia(read.body.content ?? [], ids);
  if (content.length === 0) return;
  const adopted = adoptChanges(app, read);
  const note = noteSource(app, source);
  const body: StoryDocument = {
    type: 'doc',
    content: withMarks(content, (marks) => (note ? [...adopted(marks), note] : adopted(marks))),
  };
  const range = insert(body);
  const missing = read.images.filter(({ key }) => !ids.has(key)).length;
  const report: PasteReport = {
    losses: [
      ...read.losses,
      ...(missing > 0 ? [{ what: 'image', count: missing, detail: app.strings('paste.missingPictures') }] : []),
    ],
    remoteImages: read.remoteImages,
    quotes: guardQuotes(copy.html, copy.plain, read.body),
    changes: Object.keys(read.changes).length,
    source,
  };
  tell(app, report, copy, range);
}

function tell(app: App, report: PasteReport, copy: ForeignCopy, range: ReturnType<InsertBlocks>): void {
  const { editor } = app.writing;
  if (!isWorthTelling(report) || !range || !editor) return;
  const shown = new PasteShown(report, copy.plain, editor, range);
  const offer = {
    label: 'paste.whatChanged',
    run: () => app.dialogs.show({ kind: 'paste', shown }),
  } as const;
  const { missing } = report.quotes;
  if (missing.length > 0) app.toasts.trouble(app.strings('paste.quoteLost', { n: missing.length }), null, offer);
  else if (lostThings(report) > 0) app.toasts.say(app.strings('paste.removed', { n: lostThings(report) }), null, offer);
  else app.toasts.say(app.strings('paste.changesCame', { n: report.changes }), null, offer);
}
