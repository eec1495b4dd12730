import { readInstant } from '../../text/read-instant.js';
import { cleanText, oneLine } from '../../text/spaces.js';
import type { ImportedAnnotation } from '../importer.js';
import type { XmlElement } from '../office/xml-tree.js';

interface Comment {
  readonly id: string;
  /** Of its last paragraph: how `commentsExtended.xml` names it. */
  readonly paraId: string;
  readonly text: string;
  readonly personName: string;
  readonly at: string | null;
}

/** The comments of a document: threads under the id of their first comment, replies taken in. */
export class DocxComments {
  /** Comment id of the file → id of the thread that it belongs to. */
  readonly #threads = new Map<string, string>();
  readonly #annotations = new Map<string, ImportedAnnotation>();
  readonly #used = new Set<string>();

  /** @param extended who answers whom, and what is done (Word 2013 and later); missing = every comment stands alone */
  constructor(root: XmlElement | undefined, extended: XmlElement | undefined) {
    const comments = (root?.elements('w:comment') ?? []).map(readComment);
    const extra = new Map(
      (extended?.elements('w15:commentEx') ?? []).map((element) => [element.attr('w15:paraId') ?? '', element]),
    );
    const byParagraph = new Map(comments.map((comment) => [comment.paraId, comment]));
    for (const comment of comments) {
      const parent = byParagraph.get(extra.get(comment.paraId)?.attr('w15:paraIdParent') ?? '');
      const parentThread = parent && parent !== comment ? this.#threads.get(parent.id) : undefined;
      const thread = parentThread ?? `import-${comment.id}`;
      const known = this.#annotations.get(thread);
      const { text, personName, at } = comment;
      this.#threads.set(comment.id, thread);
      const done = extra.get(comment.paraId)?.attr('w15:done');
      this.#annotations.set(thread, {
        kind: 'comment',
        thread: [...(known?.thread ?? []), { text, personName, at }],
        resolved: known?.resolved ?? (done === '1' || done === 'true'),
      });
    }
  }

  /** The annotation that a comment of the file belongs to; undefined where the file has no such comment. */
  threadOf(commentId: string): string | undefined {
    return this.#threads.get(commentId);
  }

  /** A passage carries this annotation. */
  use(thread: string): void {
    this.#used.add(thread);
  }

  /** The annotations that passages carry. */
  get placed(): Readonly<Record<string, ImportedAnnotation>> {
    return Object.fromEntries([...this.#annotations].filter(([id]) => this.#used.has(id)));
  }

  /** Comments of threads that no passage carries: of headers, of empty places. */
  get lost(): number {
    return [...this.#annotations].filter(([id]) => !this.#used.has(id)).length;
  }
}

function readComment(element: XmlElement): Comment {
  const paragraphs = element.elements('w:p');
  const text = paragraphs.map((paragraph) => cleanText(commentText(paragraph)).trim()).join('\n');
  return {
    id: element.attr('w:id') ?? '',
    paraId: paragraphs.at(-1)?.attr('w14:paraId') ?? '',
    text: text.slice(0, 100_000),
    personName: oneLine(element.attr('w:author') ?? element.attr('w:initials') ?? '').slice(0, 200),
    at: readInstant(element.attr('w:date') ?? ''),
  };
}

function commentText(element: XmlElement): string {
  if (element.name === 'w:t') return element.ownText;
  if (element.name === 'w:br' || element.name === 'w:cr') return '\n';
  if (element.name === 'w:tab') return ' ';
  if (element.name === 'w:del') return '';
  return element.elements().map(commentText).join('');
}
