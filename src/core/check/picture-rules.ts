import type { Story } from '../story/story.js';
import { textAttr } from '../document/document.js';
import { bodyBlocks } from './body-blocks.js';
import { says, type Hit, type Rule } from './rule.js';

interface Picture {
  readonly where: string;
  readonly picture: 'lead' | 'body';
  readonly alt: string;
  readonly credit: string;
}

function pictures(story: Story): readonly Picture[] {
  const lead = story.leadImage ? [{ where: 'leadImage', picture: 'lead' as const, ...story.leadImage }] : [];
  const inBody = bodyBlocks(story)
    .filter(({ node }) => node.type === 'image')
    .map(({ where, node }) => ({
      where,
      picture: 'body' as const,
      alt: textAttr(node, 'alt'),
      credit: textAttr(node, 'credit'),
    }));
  return [...lead, ...inBody];
}

export const leadImageMissing: Rule = {
  id: 'lead-image-missing',
  severity: 'advice',
  run: ({ leadImage }) => (leadImage ? [] : [{ where: 'leadImage', says: says('finding.leadMissing') }]),
};

export const altMissing: Rule = {
  id: 'alt-missing',
  severity: 'error',
  run: (story) =>
    pictures(story)
      .filter(({ alt }) => alt.trim() === '')
      .map(({ where, picture }): Hit => ({
        where,
        says: says('finding.altMissing', { picture }),
        fix: 'finding.altMissing.fix',
      })),
};

/** An error like the description: neither is left to the page's reader. */
export const creditMissing: Rule = {
  id: 'credit-missing',
  severity: 'error',
  run: (story) =>
    pictures(story)
      .filter(({ credit }) => credit.trim() === '')
      .map(({ where, picture }): Hit => ({
        where,
        says: says('finding.creditMissing', { picture }),
        fix: 'finding.creditMissing.fix',
      })),
};
