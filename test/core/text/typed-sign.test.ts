import { describe, expect, test } from 'vitest';
import { betterSign } from '../../../src/core/text/typed-sign.js';

/** A text as it stands after its signs were typed one by one. */
function typed(text: string, language: string): string {
  let written = '';
  for (const sign of text) {
    written += sign;
    const better = betterSign(written, language);
    if (better) written = written.slice(0, -better.remove) + better.insert;
  }
  return written;
}

describe('typed signs become those of the language', () => {
  test.each([
    ['en-GB', '"Stop," she said. \'Now\'', '“Stop,” she said. ‘Now’'],
    ['en-GB', "(\"It's 'late'\")", '(“It’s ‘late’”)'],
    ['en-GB', 'the pier -- old', 'the pier – old'],
    ['en-US', 'the pier--old', 'the pier—old'],
    ['en', 'Wait...', 'Wait…'],
    ['en', 'a 6" pipe and 5\' 10"', 'a 6" pipe and 5\' 10"'],
    ['en', '"He is 6"', '“He is 6”'],
    ['de', '"Halt", sagte sie. "Wie geht\'s \'dir\'?"', '„Halt“, sagte sie. „Wie geht’s ‚dir‘?“'],
    ['de', "'Geht's'", '‚Geht’s‘'],
    ['de-CH', '"Halt"', '«Halt»'],
    ['de-AT', '"Halt"', '„Halt“'],
    ['fr', '"Arrête" !', '«\u202fArrête\u202f»\u202f!'],
    ['fr', '"Il a dit "non" hier"', '«\u202fIl a dit “non” hier\u202f»'],
    ['fr-CH', '"Elle dit "oui""', '«\u202fElle dit ‹\u202foui\u202f›\u202f»'],
    ['fr', "l'eau : 'oui'", 'l’eau\u00a0: ’oui’'],
    ['es', '"Alto"', '«Alto»'],
    ['sv', '"Stopp"', '”Stopp”'],
    ['ar', '"قف"', '«قف»'],
    ['ja', '"a" -- 「止まれ」', '"a" – 「止まれ」'],
    ['ru', '"Стой"', '«Стой»'],
  ])('%s: %s', (language, text, written) => {
    expect(typed(text, language)).toBe(written);
  });

  test('leave TK, addresses in hand and Markdown’s line as they are', () => {
    expect(typed('TK [tk: name] ---', 'en')).toBe('TK [tk: name] –-');
    expect(typed('---', 'en')).toBe('---');
    expect(typed('....', 'en')).toBe('….');
  });
});
