import type { Mark } from '../../document/document.js';
import { readInstant } from '../../text/read-instant.js';
import { oneLine } from '../../text/spaces.js';
import type { ImportedChange } from '../importer.js';
import type { XmlElement } from '../office/xml-tree.js';

const kindOf: Readonly<Record<string, ImportedChange['kind']>> = {
  'w:ins': 'insertion',
  'w:moveTo': 'insertion',
  'w:del': 'deletion',
  'w:moveFrom': 'deletion',
  'w:rPrChange': 'modification',
};

/**
 * Tracked changes as they are met. Pieces of one change that follow each other (Word cuts one at every change of look)
 * are one suggestion, so that a person decides once.
 */
export class ChangeList {
  readonly #changes = new Map<string, ImportedChange>();
  #last: { readonly id: string; readonly key: string } | null = null;

  get all(): Readonly<Record<string, ImportedChange>> {
    return Object.fromEntries(this.#changes);
  }

  /** Text without a change came between: the next one is another suggestion. */
  interrupt(): void {
    this.#last = null;
  }

  /** The id of the change that an element of the file records. */
  idOf(element: XmlElement): string {
    return this.idFor(
      kindOf[element.name] ?? 'insertion',
      element.attr('w:author') ?? '',
      element.attr('w:date') ?? '',
    );
  }

  idFor(kind: ImportedChange['kind'], author: string, date: string): string {
    const change: ImportedChange = {
      kind,
      personName: oneLine(author).slice(0, 200),
      at: readInstant(date),
    };
    const key = JSON.stringify(change);
    if (this.#last?.key === key) return this.#last.id;
    const id = `import-${String(this.#changes.size + 1)}`;
    this.#changes.set(id, change);
    this.#last = { id, key };
    return id;
  }

  /** The mark of inserted or deleted text; undefined for an element that is no change. */
  markOf(element: XmlElement): Mark | undefined {
    const type = kindOf[element.name];
    return type && type !== 'modification' ? { type, attrs: { changeId: this.idOf(element) } } : undefined;
  }
}
