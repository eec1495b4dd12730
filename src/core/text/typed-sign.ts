import { signsOf, type TypographicSigns } from './typographic-signs.js';

/** A typed sign and the one that the language writes: `remove` characters before the caret go, `insert` comes. */
export interface BetterSign {
  readonly remove: number;
  readonly insert: string;
}

const apostrophe = '\u2019';
const opensAfter = /(?:^|[\s\u00a0\u202f([{\u2013\u2014/“„«»‹›‘‚\ufffc-])$/u;
/** Where a quotation inside another may start: not right behind a mark, which is how both end together. */
const opensInside = /[\s\u00a0([{\u2013\u2014-]$/u;
const startsWord = /[\p{L}]/u;

/**
 * The better sign for what was just typed, null where the typed one is right. Only the text of the block before the
 * caret is looked at, `before` ending with the typed character.
 */
export function betterSign(before: string, language: string): BetterSign | null {
  const signs = signsOf(language);
  const typed = before.at(-1);
  const rest = before.slice(0, -1);
  switch (typed) {
    case '"':
      return signs.double === null ? null : (innerQuote(rest, signs) ?? quote(rest, signs.double));
    case "'":
      return single(rest, signs);
    case '-':
      return dash(rest, signs);
    case '.':
      return /(?:^|[^.])\.\.$/u.test(rest) ? { remove: 3, insert: '…' } : null;
    default:
      if (typed !== undefined && signs.spacedSigns && /[;!?:]/u.test(typed)) return spaced(rest, typed);
      if (typed !== undefined && startsWord.test(typed)) return backToApostrophe(rest, typed, signs);
      return null;
  }
}

function quote(rest: string, [open, close]: readonly [string, string]): BetterSign | null {
  const isOpen = open === close ? false : count(rest, open.trim()) > count(rest, close.trim());
  // Inches and seconds: a mark after a digit closes only what was opened.
  if (open !== close && !isOpen && /\d$/u.test(rest)) return null;
  return { remove: 1, insert: !isOpen && opensAfter.test(rest) ? open : close };
}

/** French: the same key inside an open quotation types the inner marks. Right behind the outer mark it closes that. */
function innerQuote(rest: string, { double, inner }: TypographicSigns): BetterSign | null {
  if (double === null || inner === null) return null;
  const [open, close] = inner;
  if (count(rest, double[0].trim()) <= count(rest, double[1].trim())) return null;
  if (count(rest, open.trim()) > count(rest, close.trim())) return { remove: 1, insert: close };
  return opensInside.test(rest) && !rest.endsWith(double[0]) ? { remove: 1, insert: open } : null;
}

function single(rest: string, { single: pair, double }: TypographicSigns): BetterSign | null {
  if (pair === null && double === null) return null;
  if (pair === null) return { remove: 1, insert: apostrophe };
  const [open, close] = pair;
  if (opensAfter.test(rest)) return { remove: 1, insert: open };
  const isOpen = open !== close && count(rest, open) > count(rest, close);
  if (!isOpen && /\d$/u.test(rest)) return null;
  return { remove: 1, insert: isOpen ? close : apostrophe };
}

/** `--` between words; three in a row at the start of a block are a line, and stay for that rule. */
function dash(rest: string, { dash: sign }: TypographicSigns): BetterSign | null {
  if (!rest.endsWith('-') || /^-+$/u.test(rest) || rest.endsWith('--')) return null;
  return { remove: 2, insert: sign };
}

/** French: a space typed before one of ; ! ? : may not break. */
function spaced(rest: string, typed: string): BetterSign | null {
  if (!rest.endsWith(' ')) return null;
  return { remove: 2, insert: (typed === ':' ? '\u00a0' : '\u202f') + typed };
}

/** A letter after a closing mark that was closed too early: „‚Geht‘s“ is „‚Geht’s“. */
function backToApostrophe(rest: string, typed: string, { single: pair }: TypographicSigns): BetterSign | null {
  const close = pair?.[1];
  if (close === undefined || close === apostrophe || !rest.endsWith(close)) return null;
  return /\p{L}$/u.test(rest.slice(0, -close.length)) ? { remove: close.length + 1, insert: apostrophe + typed } : null;
}

const count = (text: string, mark: string): number => text.split(mark).length - 1;
