/** What a person looks for. */
export interface FindQuery {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  readonly isRegex: boolean;
}

/** Why a query cannot be searched: a pattern that is none, or one that could take for ever. */
export type PatternFault = 'invalid' | 'tooSlow';
export type FindPattern = { readonly pattern: RegExp } | { readonly fault: PatternFault } | null;

/** A query as an expression; null for an empty one. Quotation marks and apostrophes are found in either shape. */
export function findPattern({ text, matchCase, wholeWord, isRegex }: FindQuery): FindPattern {
  if (text === '') return null;
  if (isRegex && maySlowDown(text)) return { fault: 'tooSlow' };
  const source = isRegex ? text : literal(text);
  const bounded = wholeWord ? `(?<![\\p{L}\\p{M}\\p{N}_])(?:${source})(?![\\p{L}\\p{M}\\p{N}_])` : source;
  try {
    return { pattern: new RegExp(bounded, matchCase ? 'gmu' : 'gimu') };
  } catch (error) {
    if (error instanceof SyntaxError) return { fault: 'invalid' };
    throw error;
  }
}

const literal = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
    .replace(/['’‘]/gu, "['’‘]")
    .replace(/["“”„]/gu, '["“”„]')
    .replace(/ /gu, '[ \\u00a0\\u202f]');

/**
 * Whether an expression may take time that grows without bound on a plain text: a group that is repeated and repeats
 * or chooses inside ((a+)+, (a|aa)*), a reference back, or more than three open-ended repeats in one expression.
 * Some harmless expressions are refused with the others; the person can write them in another way.
 */
export function maySlowDown(source: string): boolean {
  const plain = source.replace(/\\[^1-9k]/gu, 'x').replace(/\[(?:[^\]\\]|\\.)*\]/gu, 'x');
  if (/\\[1-9k]/u.test(plain)) return true;
  const openEnded = /[*+]|\{\d+,\}/gu;
  if ((plain.match(openEnded) ?? []).length > 3) return true;
  const groups: { repeats: boolean }[] = [];
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at];
    const top = groups.at(-1);
    if (sign === '(') groups.push({ repeats: false });
    else if (sign === ')') {
      const closed = groups.pop();
      const isRepeated = /^(?:[*+]|\{\d+,\d*\}|\{\d\d+\})/u.test(plain.slice(at + 1));
      if (closed?.repeats && isRepeated) return true;
      const outer = groups.at(-1);
      if (outer && (isRepeated || closed?.repeats)) outer.repeats = true;
    } else if (top && (sign === '|' || sign === '*' || sign === '+' || /^\{\d+,\d*\}/u.test(plain.slice(at))))
      top.repeats = true;
  }
  return false;
}

/** A replacement with its `$&`, `$1`, `$<name>`, `$$` and `\n` filled from what was found; as it stands for plain text. */
export function filledReplacement(replacement: string, match: RegExpMatchArray, isRegex: boolean): string {
  if (!isRegex) return replacement;
  return replacement.replace(/\$(?:(\$)|(&)|(\d{1,2})|<([^>]*)>)/gu, (sign, dollar, whole, digits, name) => {
    if (dollar !== undefined) return '$';
    if (whole !== undefined) return match[0];
    if (typeof name === 'string') return match.groups?.[name] ?? '';
    return typeof digits === 'string' && Number(digits) > 0 && Number(digits) < match.length
      ? (match[Number(digits)] ?? '')
      : sign;
  });
}
