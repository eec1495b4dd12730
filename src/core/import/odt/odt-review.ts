import type { Mark } from '../../document/document.js';
import { readInstant } from '../../text/read-instant.js';
import { cleanText, oneLine } from '../../text/spaces.js';
import type { ImportedAnnotation, ImportedChange } from '../importer.js';
import type { XmlElement } from '../office/xml-tree.js';

/** Tracked changes and comments of an OpenDocument text. */
export class OdtReview {
  readonly changes: Record<string, ImportedChange> = {};
  readonly annotations: Record<string, ImportedAnnotation> = {};
  readonly #regions = new Map<string, XmlElement>();
  /** Marks of what is open: changes by their id, comments by their name. */
  readonly #open = new Map<string, Mark>();

  constructor(tracked: XmlElement | undefined) {
    for (const region of tracked?.elements('text:changed-region') ?? [])
      this.#regions.set(region.attr('text:id') ?? region.attr('xml:id') ?? '', region);
  }

  get marks(): readonly Mark[] {
    return [...this.#open.values()];
  }

  /** `text:change-start` and `text:change-end` around text that was put in. */
  change(element: XmlElement): void {
    const id = element.attr('text:change-id') ?? '';
    if (element.name === 'text:change-end') this.#open.delete(`change ${id}`);
    else {
      const mark = this.#markOf(id, 'insertion');
      if (mark) this.#open.set(`change ${id}`, mark);
    }
  }

  /** `text:change`: the paragraphs that were taken out at this place, and their mark. */
  deleted(element: XmlElement): { readonly content: readonly XmlElement[]; readonly mark: Mark } | undefined {
    const id = element.attr('text:change-id') ?? '';
    const mark = this.#markOf(id, 'deletion');
    const deletion = this.#regions.get(id)?.child('text:deletion');
    return mark && deletion ? { mark, content: deletion.elements('text:p') } : undefined;
  }

  #markOf(id: string, kind: 'insertion' | 'deletion'): Mark | undefined {
    const info = this.#regions.get(id)?.child(`text:${kind}`)?.child('office:change-info');
    if (!info) return undefined;
    const changeId = `import-${id}`;
    this.changes[changeId] = { kind, ...whoAndWhen(info) };
    return { type: kind, attrs: { changeId } };
  }

  /** Opens the passage of a comment; one that has no end is of the text before it: false. */
  comment(element: XmlElement): Mark {
    const name = element.attr('office:name') ?? String(Object.keys(this.annotations).length + 1);
    const annotationId = `import-comment-${name}`;
    const text = element
      .elements('text:p')
      .map((line) => cleanText(line.text).trim())
      .join('\n');
    this.annotations[annotationId] = {
      kind: 'comment',
      resolved: false,
      thread: [{ text: text.slice(0, 100_000), ...whoAndWhen(element) }],
    };
    return { type: 'annotation', attrs: { annotationId } };
  }

  open(name: string, mark: Mark): void {
    this.#open.set(`comment ${name}`, mark);
  }

  endComment(element: XmlElement): void {
    this.#open.delete(`comment ${element.attr('office:name') ?? ''}`);
  }
}

const whoAndWhen = (element: XmlElement): { readonly personName: string; readonly at: string | null } => ({
  personName: oneLine(element.child('dc:creator')?.text ?? '').slice(0, 200),
  at: readInstant(element.child('dc:date')?.text.replace(/(\.\d{3})\d+/u, '$1') ?? ''),
});
