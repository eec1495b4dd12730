/** What closes a „ in the languages that use it; “ in all others. */
const lowClosedHigh: readonly string[] = ['pl', 'hu', 'ro', 'hr', 'sr', 'nl'];

/**
 * The double quotation mark that has no partner in a paragraph, undefined where all have one. A quotation that runs
 * over several paragraphs opens each and closes only the last, so a mark left open is right where `next` opens again.
 * Straight marks after a digit are inches and seconds. Single ones are apostrophes too often to be counted.
 */
export function unbalancedQuote(text: string, next: string, language: string): string | undefined {
  const base = language.split('-')[0]?.toLowerCase() ?? '';
  const curly = (): string | undefined => {
    if (base === 'fi' || base === 'sv') return count(text, '”') % 2 === 0 ? undefined : '”';
    if (text.includes('„')) return unpaired(text, next, '„', lowClosedHigh.includes(base) ? '”' : '“');
    return unpaired(text, next, '“', '”');
  };
  return curly() ?? unpaired(text, next, '«', '»') ?? straight(text, next);
}

function unpaired(text: string, next: string, open: string, close: string): string | undefined {
  const missing = count(text, open) - count(text, close);
  if (missing === 0 || (missing === 1 && next.trimStart().startsWith(open))) return undefined;
  return missing > 0 ? open : close;
}

function straight(text: string, next: string): string | undefined {
  const isEven = count(text.replace(/\d"/gu, ''), '"') % 2 === 0;
  return isEven || next.trimStart().startsWith('"') ? undefined : '"';
}

const count = (text: string, mark: string): number => text.split(mark).length - 1;
