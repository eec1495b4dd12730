import { Extension } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type { Mark } from '@tiptap/pm/model';
import { inCase, type LetterCase } from '../../core/text/letter-case.js';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    changeCase: {
      /** Writes the selection, or the word of the caret, in another case by the rules of a language. */
      changeCase: (letters: LetterCase, language: string) => ReturnType;
    };
  }
}

interface Piece {
  readonly from: number;
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Cuts a text that was written anew into the lengths of its old pieces; what is longer goes to the last one. */
function cut(text: string, pieces: readonly Piece[]): readonly string[] {
  let at = 0;
  return pieces.map((piece, index) => {
    const end = index === pieces.length - 1 ? text.length : at + piece.text.length;
    const part = text.slice(at, end);
    at = end;
    return part;
  });
}

/** Changes letters only: marks, links and notes stay where they are, all in one step of the history. */
export const ChangeCase = Extension.create({
  name: 'changeCase',
  addCommands: () => ({
    changeCase:
      (letters, language) =>
      ({ tr, dispatch }) => {
        const { selection, doc } = tr;
        const word = selection.empty ? wordAround(selection.$from) : selection;
        if (word.from === word.to) return false;
        const blocks: (readonly Piece[])[] = [];
        doc.nodesBetween(word.from, word.to, (node, at) => {
          if (!node.isTextblock) return true;
          const pieces: Piece[] = [];
          node.forEach((child, offset) => {
            const start = at + 1 + offset;
            const from = Math.max(start, word.from);
            const to = Math.min(start + child.nodeSize, word.to);
            if (child.isText && from < to)
              pieces.push({ from, text: (child.text ?? '').slice(from - start, to - start), marks: child.marks });
          });
          if (pieces.length > 0) blocks.push(pieces);
          return false;
        });
        if (!dispatch) return blocks.length > 0;
        for (const pieces of blocks.reverse()) {
          const whole = pieces.map(({ text }) => text).join('');
          // A language that changes lengths (ß → SS) is cut piece by piece; else the block is one text to it.
          const written = inCase(whole, letters, language);
          const parts =
            written.length === whole.length
              ? cut(written, pieces)
              : pieces.map(({ text }) => inCase(text, letters, language));
          for (const [at, piece] of [...pieces.entries()].reverse()) {
            const part = parts[at] ?? piece.text;
            if (part !== piece.text)
              tr.replaceWith(piece.from, piece.from + piece.text.length, doc.type.schema.text(part, piece.marks));
          }
        }
        const [from, to] = [tr.mapping.map(word.from, -1), tr.mapping.map(word.to, 1)];
        if (!selection.empty) tr.setSelection(TextSelection.create(tr.doc, from, to));
        else tr.setSelection(TextSelection.create(tr.doc, Math.min(selection.from, to)));
        return true;
      },
  }),
});

function wordAround($from: TextSelection['$from']): { from: number; to: number } {
  const text = $from.parent.textBetween(0, $from.parent.content.size, undefined, '\ufffc');
  const before = /[\p{L}\p{M}\p{N}’'-]*$/u.exec(text.slice(0, $from.parentOffset))?.[0].length ?? 0;
  const after = /^[\p{L}\p{M}\p{N}’'-]*/u.exec(text.slice($from.parentOffset))?.[0].length ?? 0;
  return { from: $from.pos - before, to: $from.pos + after };
}
