import { NewsroomError } from '../../errors.js';

/** What an RTF file is made of (RTF 1.9.1, "Basic Entities"). */
export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null }
  /** `\~`, `\-`, `\*` and their like. */
  | { readonly kind: 'symbol'; readonly symbol: string }
  /** A byte written as `\'hh`. */
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'text'; readonly text: string };

/** Groups in groups: what programs write stays under thirty. */
const maxDepth = 400;

const word = /\\(?:([a-z]{1,40})(-?\d{1,10})?[ ]?|'([0-9a-f]{2})|([\s\S]))/iuy;

/** Reads bytes given as one character each. @throws NewsroomError `input.too-large` beyond 400 groups in each other */
export function* rtfTokens(text: string): Generator<RtfToken> {
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const sign = text[at] ?? '';
    if (sign === '{' || sign === '}') {
      depth += sign === '{' ? 1 : -1;
      if (depth > maxDepth)
        throw new NewsroomError('input.too-large', { detail: 'The file is nested too deep to be a text' });
      at += 1;
      yield { kind: sign === '{' ? 'open' : 'close' };
      // What follows the last bracket is no part of the text.
      if (depth <= 0) return;
    } else if (sign === '\\') {
      word.lastIndex = at;
      const match = word.exec(text);
      if (!match) return;
      at += match[0].length;
      const [, name, value, hex, symbol] = match;
      if (name !== undefined) {
        const number = value === undefined ? null : Number(value);
        // Bytes as they are, which may look like anything: jumped over.
        if (name === 'bin' && number !== null && number > 0) at += number;
        yield { kind: 'word', word: name, value: number };
      } else if (hex !== undefined) yield { kind: 'byte', byte: Number.parseInt(hex, 16) };
      else yield { kind: 'symbol', symbol: symbol ?? '' };
    } else if (sign === '\r' || sign === '\n') at += 1;
    else {
      let end = at + 1;
      while (end < text.length && !'{}\\\r\n'.includes(text[end] ?? '')) end += 1;
      yield { kind: 'text', text: text.slice(at, end) };
      at = end;
    }
  }
}
