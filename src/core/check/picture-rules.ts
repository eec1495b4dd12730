import type { Story } from '../story/story.js';
import { textAttr } from '../document/document.js';
import { bodyBlocks } from './body-blocks.js';
import type { Hit, Rule } from './rule.js';

interface Picture {
  readonly where: string;
  readonly name: string;
  readonly alt: string;
  readonly credit: string;
}

function pictures(story: Story): readonly Picture[] {
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

/** The pictures that may not be approved yet, with what each lacks. */
export function picturesLacking(story: Story): readonly { readonly name: string; readonly what: readonly string[] }[] {
  return pictures(story)
    .map(({ name, alt, credit }) => ({
      name,
      what: [alt.trim() === '' ? 'description' : '', credit.trim() === '' ? 'credit' : ''].filter(Boolean),
    }))
    .filter(({ what }) => what.length > 0);
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

/** An error like the description: without either a story is not approved (`picture-gate.ts`). */
export const creditMissing: Rule = {
  id: 'credit-missing',
  severity: 'error',
  run: (story) =>
    pictures(story)
      .filter(({ credit }) => credit.trim() === '')
      .map(({ where, name }): Hit => ({
        where,
        message: `${name} has no credit.`,
        fix: 'Say who made it or who holds the rights.',
      })),
};
