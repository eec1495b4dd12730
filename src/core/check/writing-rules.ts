import { bodyBlocks, writtenTexts } from './body-blocks.js';
import { unbalancedQuote } from './quotes.js';
import { weekdayFaults } from './weekdays.js';
import { says, type Rule } from './rule.js';
import { tksIn } from './tk.js';

/** The text around a place, for a message: enough to find it. */
function around(text: string, at: number, length: number): string {
  const start = Math.max(0, at - 20);
  const end = Math.min(text.length, at + length + 20);
  const part = text.slice(start, end).toWellFormed().replace(/\s+/gu, ' ').trim();
  return `${start > 0 ? '…' : ''}${part}${end < text.length ? '…' : ''}`;
}

export const tkLeft: Rule = {
  id: 'tk-left',
  severity: 'error',
  run: (story) =>
    writtenTexts(story).flatMap(({ where, text }) =>
      tksIn(text).map(({ at, mark }) => ({
        where,
        says: says('finding.tkLeft', { mark, text: around(text, at, mark.length) }),
      })),
    ),
};

/** "U.S." and "…" end a headline rightly. */
const abbreviationEnd = /(?:\p{L}\.){2,}$|\.\.$/u;

export const headlineFullStop: Rule = {
  id: 'headline-full-stop',
  severity: 'advice',
  run: ({ headline }) => {
    const text = headline.trim();
    if (!/[.。]$/u.test(text) || abbreviationEnd.test(text)) return [];
    return [{ where: 'headline', says: says('finding.fullStop'), fix: 'finding.fullStop.fix' }];
  },
};

export const doubleSpace: Rule = {
  id: 'double-space',
  severity: 'advice',
  run: (story) =>
    writtenTexts(story).flatMap(({ where, text }) => {
      const found = /\S([ \u00a0]{2,})\S/u.exec(text);
      return found
        ? [{ where, says: says('finding.doubleSpace', { text: around(text, found.index, found[0].length) }) }]
        : [];
    }),
};

export const quotesUnbalanced: Rule = {
  id: 'quotes-unbalanced',
  severity: 'warning',
  run: (story) => {
    const blocks = bodyBlocks(story).filter(({ text }) => text.trim() !== '');
    const texts = [
      { where: 'headline', text: story.headline, next: '' },
      { where: 'dek', text: story.dek, next: '' },
      ...blocks.map(({ where, text }, at) => ({ where, text, next: blocks[at + 1]?.text ?? '' })),
    ];
    return texts.flatMap(({ where, text, next }) => {
      const mark = unbalancedQuote(text, next, story.language);
      return mark ? [{ where, says: says('finding.quotes', { mark, text: around(text, 0, 30) }) }] : [];
    });
  },
};

export const weekdayWrong: Rule = {
  id: 'weekday-wrong',
  severity: 'warning',
  run: (story) => {
    const near = new Date(story.firstPublishedAt ?? story.modifiedAt);
    return writtenTexts(story).flatMap(({ where, text }) =>
      weekdayFaults(text, near).map(({ written, right }) => ({
        where,
        says: right ? says('finding.weekday', { written, weekday: right }) : says('finding.noDay', { written }),
      })),
    );
  },
};
