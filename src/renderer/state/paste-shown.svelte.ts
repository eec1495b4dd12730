import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { textBody, textGroups } from '../../core/import/text/text-body.js';
import type { PasteReport } from '../../core/import/paste/paste-report.js';
import type { PastedRange } from '../../editor/behaviours/doors.js';

/** A paste with its report, and where it stands in the text now, whatever was typed since. */
export class PasteShown {
  readonly report: PasteReport;
  /** The copy as plain text; '' = it came without one, so it cannot be taken as text instead. */
  readonly plain: string;
  readonly #editor: Editor;
  #range: PastedRange;

  constructor(report: PasteReport, plain: string, editor: Editor, range: PastedRange) {
    this.report = report;
    this.plain = plain;
    this.#editor = editor;
    this.#range = range;
    const follow = ({ transaction }: { transaction: Transaction }): void => {
      const { from, to } = this.#range;
      this.#range = { from: transaction.mapping.map(from, 1), to: transaction.mapping.map(to, -1) };
    };
    editor.on('transaction', follow);
    editor.on('destroy', () => editor.off('transaction', follow));
  }

  /** Selects what was pasted. */
  show(): void {
    if (this.#editor.isDestroyed) return;
    this.#editor.chain().focus().setTextSelection(this.#range).scrollIntoView().run();
  }

  /** Puts the plain text of the copy in the place of what was pasted; one step back in the history. */
  takeAsText(): void {
    if (this.#editor.isDestroyed || this.plain === '') return;
    const blocks = textBody(textGroups(this.plain)).content ?? [];
    const content = blocks.map((block) => ({ ...block }));
    this.#editor.chain().focus().insertContentAt(this.#range, content).run();
  }
}
