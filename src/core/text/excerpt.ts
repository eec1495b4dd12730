import { documentView } from '../document/document-view.js';
import { blockText, textBlocks } from '../document/plain-text.js';
import type { StoryDocument } from '../document/document.js';
import { firstWords, hasWords } from './words.js';

/** The running text of a story: a headline inside it or the caption of its first picture is not how it begins. */
function runningText(body: StoryDocument): readonly string[] {
  return textBlocks(documentView(body, 'accepted'))
    .filter((block) => block.type === 'paragraph')
    .map((block) => oneLine(blockText(block)))
    .filter((text) => text !== '');
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The line under the headline where a story has no dek: its first words, cut without a mark (the seed's rule). */
export function dekFromBody(body: StoryDocument, words: number): string {
  return firstWords(runningText(body)[0] ?? '', words);
}

/** The text of a card: the dek or the body's first words, "..." where words were cut (the seed's rule). */
export function cardExcerpt(dek: string, body: StoryDocument, words: number): string {
  const whole = oneLine(dek) || runningText(body).join(' ');
  const cut = firstWords(whole, words);
  return hasWords(whole.slice(cut.length)) ? `${cut}...` : whole;
}
