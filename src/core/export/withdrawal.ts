import type { StoryDocument } from '../document/document.js';
import { oneLine } from '../text/spaces.js';
import type { Rendition } from './rendition.js';

/** What receivers look for at the head of a notice; words of the trade, never translated. */
const words = { killed: 'KILL', recalled: 'WITHDRAWN' } as const;
export type Withdrawal = keyof typeof words;

/**
 * What leaves of a story that was taken back: the notice under the story's own name and number, so that receivers find
 * what they have of it, and not a word of the text (decision 20). Field editors call it by `takeKey` and headline.
 */
export function withdrawalNotice(rendition: Rendition, withdrawal: Withdrawal, notice: string, at: string): Rendition {
  const word = words[withdrawal];
  const paragraphs = notice
    .split('\n')
    .map(oneLine)
    .filter((text) => text !== '');
  const headline = `${word}: ${oneLine(rendition.headline)}`;
  const body: StoryDocument = {
    type: 'doc',
    content: (paragraphs.length > 0 ? paragraphs : [headline]).map((text) => ({
      type: 'paragraph',
      content: [{ type: 'text', text }],
    })),
  };
  return {
    ...rendition,
    withdrawal,
    kicker: '',
    headline,
    headlines: { web: '', print: '', seo: '', social: '' },
    dek: '',
    hasOwnDek: true,
    bodyFooter: '',
    takeKey: word,
    ednote: `${word}: ${oneLine(notice)}`,
    leadImage: null,
    body,
    media: {},
    storyLinks: {},
    storyCards: {},
    related: [],
    corrections: [],
    words: 0,
    readingMinutes: 0,
    modifiedAt: at,
    publishedAt: at,
  };
}
