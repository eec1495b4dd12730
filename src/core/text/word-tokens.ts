import { unspacedScript } from './words.js';

const pieces = /\s+|[\p{L}\p{M}\p{N}_]+(?:['’\-.,][\p{L}\p{M}\p{N}_]+)*|[^\s\p{L}\p{M}\p{N}_]/gu;
let segmenter: Intl.Segmenter | undefined;

/**
 * A text as a comparison reads it: words, runs of white space, and signs one by one; joined they are the text again.
 * "don’t", "12,000" and "well-known" are one word; scripts without spaces are cut by `Intl.Segmenter`.
 */
export function wordTokens(text: string): readonly string[] {
  const tokens: string[] = [];
  for (const [piece] of text.matchAll(pieces)) {
    if (!unspacedScript.test(piece)) tokens.push(piece);
    else {
      segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
      for (const { segment } of segmenter.segment(piece)) tokens.push(segment);
    }
  }
  return tokens;
}
