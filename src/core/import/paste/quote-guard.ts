import { parseFragment } from 'parse5';
import { walk, type StoryDocument } from '../../document/document.js';
import { blockText, textBlocks } from '../../document/plain-text.js';
import { countWords } from '../../text/words.js';
import { elementsOf, textOf } from '../html/html-tree.js';

/** What became of the words that somebody said: counted before and after a text came in. */
export interface QuoteGuard {
  /** Words between quotation marks and in quoted passages, in the text as it was copied and as it arrived. */
  readonly before: number;
  readonly after: number;
  /** The quotations that are not there word for word any more. */
  readonly missing: readonly string[];
}

/** Quotations between the marks of the languages that we know; one ends at the end of its paragraph at the latest. */
const quotation =
  /\u201c([^\u201d\n]{1,4000})\u201d|\u201e([^\u201c\u201d\n]{1,4000})[\u201c\u201d]|\u00ab([^\u00bb\n]{1,4000})\u00bb|"([^"\n]{1,4000})"|\u300c([^\u300d\n]{1,4000})\u300d/gu;

/** The quotations of a text, in order. */
function quotationsIn(text: string): readonly string[] {
  return [...text.matchAll(quotation)].map((match) => match.slice(1).join(''));
}

/** Letters and digits alone: how a program sets a text changes blanks and line ends, never these. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

/** Longest text that the guard looks at, in characters: half a book. */
const maxLength = 4_000_000;

/**
 * Compares the quotations of a copied text with those of the body that was read from it. It never looks at how the body
 * was made, so a fault of the reader cannot hide from it.
 * @param plain the copy's own plain text; '' = only `html` came, whose text is taken
 */
export function guardQuotes(html: string, plain: string, body: StoryDocument): QuoteGuard {
  if (html.length > maxLength) return { before: 0, after: 0, missing: [] };
  const root = parseFragment(html.toWellFormed(), { scriptingEnabled: false });
  const passages = [...elementsOf(root)]
    .filter(({ tagName }) => tagName === 'blockquote')
    .map((element) => textOf(element));
  const source = plain.trim() === '' ? textOf(root) : plain.replaceAll('\r', '');
  const wanted = [...quotationsIn(source), ...passages].filter((text) => letters(text) !== '');
  const arrived = textBlocks(body).map(blockText).join('\n');
  const inPassages = [...walk(body)].filter(({ node }) => node.type === 'blockquote' || node.type === 'pullQuote');
  const quoted = [
    ...quotationsIn(arrived),
    ...(passages.length > 0 ? inPassages.map(({ node }) => textBlocks(node).map(blockText).join(' ')) : []),
  ];
  const words = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + countWords(text), 0);
  const there = letters(arrived);
  return {
    before: words(wanted),
    after: words(quoted),
    missing: wanted.filter((text) => !there.includes(letters(text))),
  };
}
