import type { DocumentNode, Mark } from '../document/document.js';
import { inlineTokens, tokenKey, type InlineToken } from './inline-tokens.js';
import { Numbers, sequencePairs } from './sequence-diff.js';

/**
 * A run inside a block. `formatted` = the same words with other marks. `marks` are those of the side that is shown: the
 * new one, or the old one of what was removed. A part that is no text (line break, footnote) carries its node.
 */
export interface InlinePart {
  readonly kind: 'same' | 'added' | 'removed' | 'formatted';
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Of `formatted`: the marks before. */
  readonly marksBefore?: readonly Mark[];
  readonly node?: DocumentNode;
}

const none: readonly Mark[] = [];

/** The words of a block, compared. Reading all but `removed` gives the new content, all but `added` the old words. */
export function inlineDiff(before: DocumentNode, after: DocumentNode): readonly InlinePart[] {
  const numbers = new Numbers();
  const old = inlineTokens(before);
  const fresh = inlineTokens(after);
  const pairs = sequencePairs(
    old.map((token) => numbers.of(tokenKey(token))),
    fresh.map((token) => numbers.of(tokenKey(token))),
  );
  const parts: InlinePart[] = [];
  let [left, right] = [0, 0];
  for (const [at, [oldEnd, freshEnd]] of [...pairs, [old.length, fresh.length] as const].entries()) {
    const isLone = at < pairs.length && isSpace(old[oldEnd]) && isLoneSpace(pairs, at, left, right);
    for (const token of old.slice(left, oldEnd)) add(parts, 'removed', token);
    for (const token of fresh.slice(right, freshEnd)) add(parts, 'added', token);
    const [was, is] = [old[oldEnd], fresh[freshEnd]];
    if (was && is) {
      if (isLone) {
        add(parts, 'removed', was);
        add(parts, 'added', is);
      } else addBoth(parts, was, is);
    }
    [left, right] = [oldEnd + 1, freshEnd + 1];
  }
  return removedFirst(parts);
}

const isSpace = (token: InlineToken | undefined): boolean => token?.node === undefined && token?.text.trim() === '';

/** Whether changes stand on both sides of a pair. */
function isLoneSpace(pairs: readonly (readonly [number, number])[], at: number, left: number, right: number): boolean {
  const here = pairs[at];
  const next = pairs[at + 1];
  if (!here) return false;
  const changedBefore = here[0] > left && here[1] > right;
  const changedAfter = next !== undefined && next[0] > here[0] + 1 && next[1] > here[1] + 1;
  return changedBefore && changedAfter;
}

function addBoth(parts: InlinePart[], was: InlineToken, is: InlineToken): void {
  if (was.marksKey === is.marksKey) {
    add(parts, 'same', is);
    return;
  }
  const last = parts.at(-1);
  const marksBefore = was.marks;
  const joins =
    !is.node &&
    last?.kind === 'formatted' &&
    !last.node &&
    sameMarks(last.marks, is.marks) &&
    sameMarks(last.marksBefore ?? none, marksBefore);
  if (joins) parts[parts.length - 1] = { ...last, text: last.text + is.text };
  else
    parts.push({ kind: 'formatted', text: is.text, marks: is.marks, marksBefore, ...(is.node && { node: is.node }) });
}

function add(parts: InlinePart[], kind: 'same' | 'added' | 'removed', token: InlineToken): void {
  const last = parts.at(-1);
  if (!token.node && last?.kind === kind && !last.node && sameMarks(last.marks, token.marks))
    parts[parts.length - 1] = { ...last, text: last.text + token.text };
  else parts.push({ kind, text: token.text, marks: token.marks, ...(token.node && { node: token.node }) });
}

const sameMarks = (left: readonly Mark[], right: readonly Mark[]): boolean =>
  left === right || (left.length === right.length && JSON.stringify(left) === JSON.stringify(right));

/** In a run of changes all that was removed comes first, so that a sentence is read once as it was and once as it is. */
function removedFirst(parts: readonly InlinePart[]): readonly InlinePart[] {
  const out: InlinePart[] = [];
  let [removed, added]: [InlinePart[], InlinePart[]] = [[], []];
  const push = (part: InlinePart): void => {
    const last = out.at(-1);
    if (
      !part.node &&
      last?.kind === part.kind &&
      !last.node &&
      part.kind !== 'formatted' &&
      sameMarks(last.marks, part.marks)
    )
      out[out.length - 1] = { ...last, text: last.text + part.text };
    else out.push(part);
  };
  const flush = (): void => {
    [...removed, ...added].forEach(push);
    [removed, added] = [[], []];
  };
  for (const part of parts) {
    if (part.kind === 'removed') removed.push(part);
    else if (part.kind === 'added') added.push(part);
    else {
      flush();
      push(part);
    }
  }
  flush();
  return out;
}
