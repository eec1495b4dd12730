import { textAttr } from '../document/document.js';
import { bodyBlocks } from './body-blocks.js';
import type { Hit, Rule } from './rule.js';

interface Picture {
  readonly where: string;
  readonly name: string;
  readonly alt: string;
  readonly credit: string;
}

function pictures(story: Parameters<Rule['run']>[0]): readonly Picture[] {
  const lead = story.leadImage ? [{ where: 'leadImage', name: 'The lead picture', ...story.leadImage }] : [];
  const inBody = bodyBlocks(story)
    .filter(({ node }) => node.type === 'image')
    .map(({ where, node }) => ({
      where,
      name: 'A picture in the body',
      alt: textAttr(node, 'alt'),
      credit: textAttr(node, 'credit'),
    }));
  return [...lead, ...inBody];
}

export const leadImageMissing: Rule = {
  id: 'lead-image-missing',
  severity: 'advice',
  run: ({ leadImage }) => (leadImage ? [] : [{ where: 'leadImage', message: 'The story has no lead picture.' }]),
};

export const altMissing: Rule = {
  id: 'alt-missing',
  severity: 'error',
  run: (story) =>
    pictures(story)
      .filter(({ alt }) => alt.trim() === '')
      .map(({ where, name }): Hit => ({
        where,
        message: `${name} has no alternative text.`,
        fix: 'Say in a sentence what a reader who cannot see it should know.',
      })),
};

export const creditMissing: Rule = {
  id: 'credit-missing',
  severity: 'warning',
  run: (story) =>
    pictures(story)
      .filter(({ credit }) => credit.trim() === '')
      .map(({ where, name }): Hit => ({ where, message: `${name} has no credit.` })),
};
