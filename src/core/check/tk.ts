/**
 * "To come": the reporter's mark for a hole in the text. TK, TKTK, TK TK, [TK], [tk: name of the ship]; not the TK
 * of an address, a file name or a longer word.
 */
const tkMarks = /\[tk\b[^\]\n]*\]|(?<![\p{L}\p{N}_./@-])TK(?:\s*TK)*(?![\p{L}\p{N}_/@-])/giu;

/** TK marks in a text. Lower case counts only in brackets. */
export function tksIn(text: string): readonly { readonly at: number; readonly mark: string }[] {
  return [...text.matchAll(tkMarks)]
    .filter(([mark]) => mark.startsWith('[') || mark === mark.toUpperCase())
    .map((match) => ({ at: match.index, mark: match[0] }));
}

export function countTks(text: string): number {
  return tksIn(text).length;
}
