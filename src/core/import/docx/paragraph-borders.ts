import type { DocumentNode, Mark } from '../../document/document.js';
import type { XmlElement } from '../office/xml-tree.js';
import type { ChangeList } from './docx-changes.js';

/**
 * A paragraph mark that was put in or taken out: the border carries it on both sides (`document-view.ts`), so that
 * refusing or accepting joins the two paragraphs.
 */
export class ParagraphBorders {
  readonly #changes: ChangeList;
  /** Mark of the last paragraph's end: the next one's start carries it too. */
  #border: Mark | null = null;

  constructor(changes: ChangeList) {
    this.#changes = changes;
  }

  /** Something that is no paragraph stands between. */
  interrupt(): void {
    this.#border = null;
  }

  /** A line with the signs of its borders; paragraphs are given in their order. */
  around(inline: readonly DocumentNode[], properties: XmlElement | undefined): readonly DocumentNode[] {
    const run = properties?.child('w:rPr');
    const change = run?.child('w:ins') ?? run?.child('w:del');
    const start = this.#border;
    const end = change ? (this.#changes.markOf(change) ?? null) : null;
    this.#border = end;
    const sign = (mark: Mark | null): readonly DocumentNode[] =>
      mark ? [{ type: 'text', text: '\u200b', marks: [mark] }] : [];
    return start || end ? [...sign(start), ...inline, ...sign(end)] : inline;
  }
}
