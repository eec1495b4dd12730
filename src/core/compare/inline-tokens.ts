import type { DocumentNode, Mark } from '../document/document.js';
import { blockText } from '../document/plain-text.js';
import { wordTokens } from '../text/word-tokens.js';

/** A word, a run of spaces or a sign of a block, or something in its text that is none (line break, footnote). */
export interface InlineToken {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Tells marks apart; '' = none. */
  readonly marksKey: string;
  readonly node?: DocumentNode;
}

const none: readonly Mark[] = [];

export function inlineTokens(block: DocumentNode): readonly InlineToken[] {
  return (block.content ?? []).flatMap((child): readonly InlineToken[] => {
    const marks = child.marks ?? none;
    const marksKey = marks.length === 0 ? '' : JSON.stringify(marks);
    if (child.type !== 'text') return [{ text: blockText(child), marks, marksKey, node: child }];
    return wordTokens(child.text ?? '').map((text) => ({ text, marks, marksKey }));
  });
}

/** What tells two tokens apart: the words, or the whole of a node that is none. Marks are looked at afterwards. */
export function tokenKey({ text, node }: InlineToken): string {
  if (!node) return text;
  const { marks: _marks, ...bare } = node;
  return `\0${JSON.stringify(bare)}`;
}
