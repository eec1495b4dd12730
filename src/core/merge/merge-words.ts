import { inlineTokens, tokenKey, type InlineToken } from '../compare/inline-tokens.js';
import { Numbers, sequencePairs } from '../compare/sequence-diff.js';
import { markNames } from '../document/document-rules.js';
import type { DocumentNode, Mark } from '../document/document.js';
import { changeMarkNames } from '../document/settle-changes.js';

export interface MergedWords {
  /** The content with the words of mine where the two sides differ. */
  readonly mine: readonly DocumentNode[];
  /** The same with theirs; null = the sides touched nothing in common, and `mine` is the result. */
  readonly theirs: readonly DocumentNode[] | null;
}

/**
 * The words of a block out of three (diff3 by words). Changes that have a word between them that neither side touched do
 * not touch each other; those that do are given both ways. Marks are merged word by word.
 */
export function mergeWords(base: DocumentNode, mine: DocumentNode, theirs: DocumentNode): MergedWords {
  const ours: InlineToken[] = [];
  const others: InlineToken[] = [];
  let isTouching = false;
  for (const piece of touchingJoined(piecesOf(inlineTokens(base), inlineTokens(mine), inlineTokens(theirs)))) {
    const merged = 'kept' in piece ? [piece.kept] : settled(piece);
    ours.push(...(merged ?? ('kept' in piece ? [] : piece.mine)));
    others.push(...(merged ?? ('kept' in piece ? [] : piece.theirs)));
    isTouching ||= merged === null;
  }
  return { mine: contentOf(ours), theirs: isTouching ? contentOf(others) : null };
}

/** Words that one side or both changed. */
interface Change {
  readonly base: readonly InlineToken[];
  readonly mine: readonly InlineToken[];
  readonly theirs: readonly InlineToken[];
}
/** A word that all three have, or what lies between two such words. */
type Piece = { readonly kept: InlineToken } | Change;

const sameTokens = (one: readonly InlineToken[], other: readonly InlineToken[]): boolean =>
  one.length === other.length &&
  one.every((token, at) => {
    const twin = other[at];
    return twin !== undefined && tokenKey(token) === tokenKey(twin) && token.marksKey === twin.marksKey;
  });

/** Whose change it is; `alike` = both made the same one, `both` = two that differ. */
function sideOf({ base, mine, theirs }: Change): 'mine' | 'theirs' | 'alike' | 'both' {
  if (sameTokens(mine, theirs)) return 'alike';
  if (sameTokens(base, theirs)) return 'mine';
  return sameTokens(base, mine) ? 'theirs' : 'both';
}

/** The words of a change that only one side made; null where both did. */
function settled(change: Change): readonly InlineToken[] | null {
  const side = sideOf(change);
  return side === 'both' ? null : side === 'theirs' ? change.theirs : change.mine;
}

function piecesOf(
  base: readonly InlineToken[],
  mine: readonly InlineToken[],
  theirs: readonly InlineToken[],
): readonly Piece[] {
  const numbers = new Numbers();
  const numbered = (tokens: readonly InlineToken[]): number[] => tokens.map((token) => numbers.of(tokenKey(token)));
  const [b, m, t] = [numbered(base), numbered(mine), numbered(theirs)];
  const inTheirs = new Map(sequencePairs(b, t));
  const pieces: Piece[] = [];
  let [atBase, atMine, atTheirs] = [0, 0, 0];
  const changeUntil = (toBase: number, toMine: number, toTheirs: number): void => {
    if (toBase + toMine + toTheirs === atBase + atMine + atTheirs) return;
    pieces.push({
      base: base.slice(atBase, toBase),
      mine: mine.slice(atMine, toMine),
      theirs: theirs.slice(atTheirs, toTheirs),
    });
  };
  for (const [baseAt, mineAt] of sequencePairs(b, m)) {
    const theirsAt = inTheirs.get(baseAt);
    const [was, ours, other] = [base[baseAt], mine[mineAt], theirs[theirsAt ?? -1]];
    if (theirsAt === undefined || !was || !ours || !other) continue;
    const marks = mergeMarks(was, ours, other);
    // A word that both sides made look differently is one that both changed.
    if (marks === null) continue;
    changeUntil(baseAt, mineAt, theirsAt);
    pieces.push({ kept: withMarks(ours, marks) });
    [atBase, atMine, atTheirs] = [baseAt + 1, mineAt + 1, theirsAt + 1];
  }
  changeUntil(base.length, mine.length, theirs.length);
  return pieces;
}

/** Changes of different sides with nothing but spaces and signs between them are one change that both made. */
function touchingJoined(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.findLastIndex((one) => !isGap(one));
    const before = out[last];
    if ('kept' in piece || before === undefined || 'kept' in before || !touch(before, piece)) out.push(piece);
    else out.splice(last, out.length - last, joined([...out.slice(last), piece]));
  }
  return out;
}

/** A kept space or sign, which is no word and parts nothing. */
const isGap = (piece: Piece): boolean =>
  'kept' in piece && piece.kept.node === undefined && !/[\p{L}\p{N}]/u.test(piece.kept.text);

function touch(one: Change, other: Change): boolean {
  const sides = [sideOf(one), sideOf(other)];
  return sides.includes('both') || (sides.includes('mine') && sides.includes('theirs'));
}

function joined(pieces: readonly Piece[]): Change {
  const all = pieces.map((piece) =>
    'kept' in piece ? { base: [piece.kept], mine: [piece.kept], theirs: [piece.kept] } : piece,
  );
  return {
    base: all.flatMap(({ base }) => base),
    mine: all.flatMap(({ mine }) => mine),
    theirs: all.flatMap(({ theirs }) => theirs),
  };
}

/** What a word carries after both sides; null where they gave it the same kind of mark with another value. */
function mergeMarks(base: InlineToken, mine: InlineToken, theirs: InlineToken): readonly Mark[] | null {
  if (base.marksKey === theirs.marksKey || mine.marksKey === theirs.marksKey) return mine.marks;
  if (base.marksKey === mine.marksKey) return theirs.marks;
  const keys = ({ marks }: InlineToken): Map<string, Mark> =>
    new Map(marks.map((mark) => [JSON.stringify(mark), mark]));
  const [was, ours, other] = [keys(base), keys(mine), keys(theirs)];
  const kept = [...was].filter(([key]) => ours.has(key) && other.has(key)).map(([, mark]) => mark);
  const added = [...new Map([...ours, ...other]).entries()].filter(([key]) => !was.has(key)).map(([, mark]) => mark);
  const all = [...kept, ...added];
  const kinds = all
    .filter(({ type }) => type !== 'annotation')
    .map(({ type }) => (changeMarkNames.has(type) ? 'change' : type));
  if (new Set(kinds).size < kinds.length) return null;
  const rank = ({ type }: Mark): number => (markNames as readonly string[]).indexOf(type);
  return all.toSorted((one, next) => rank(one) - rank(next) || (JSON.stringify(one) < JSON.stringify(next) ? -1 : 1));
}

const withMarks = (token: InlineToken, marks: readonly Mark[]): InlineToken =>
  token.marks === marks ? token : { ...token, marks, marksKey: marks.length === 0 ? '' : JSON.stringify(marks) };

/** The content of a block again: neighbouring words with the same marks are one text. */
function contentOf(tokens: readonly InlineToken[]): readonly DocumentNode[] {
  const out: DocumentNode[] = [];
  let lastKey: string | null = null;
  for (const { text, marks, marksKey, node } of tokens) {
    const last = out.at(-1);
    const marked = marks.length > 0 ? { marks } : {};
    if (node) {
      const { marks: _own, ...bare } = node;
      out.push({ ...bare, ...marked });
      lastKey = null;
    } else if (last && lastKey === marksKey) out[out.length - 1] = { ...last, text: (last.text ?? '') + text };
    else {
      out.push({ type: 'text', text, ...marked });
      lastKey = marksKey;
    }
  }
  return out;
}
