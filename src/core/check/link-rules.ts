import { walk } from '../document/document.js';
import { documentView } from '../document/document-view.js';
import { storyId } from '../ids.js';
import type { RelatedItem, Story } from '../story/story.js';
import { isSafeHref } from '../text/link.js';
import { bodyBlocks } from './body-blocks.js';
import type { CheckContext, Hit, Rule } from './rule.js';

export const relatedNone: Rule = {
  id: 'related-none',
  severity: 'advice',
  run: ({ related }) => (related.length > 0 ? [] : [{ where: 'related', message: 'No related story is linked.' }]),
};

export const relatedBroken: Rule = {
  id: 'related-broken',
  severity: 'error',
  run: (story, context) =>
    story.related.flatMap((item, at) => {
      const where = `related:${String(at + 1)}`;
      return 'storyId' in item ? troubleOf(item.storyId, story, context, where, 'The related story') : [];
    }),
};

export const relatedNoAddress: Rule = {
  id: 'related-no-address',
  severity: 'warning',
  run: ({ related }) =>
    related.flatMap((item, at) =>
      'storyId' in item || item.url !== null
        ? []
        : [
            {
              where: `related:${String(at + 1)}`,
              message: `The card “${item.headline}” has no address and will be a card without a link.`,
              fix: 'Match it with a story of the archive or give it an address.',
            },
          ],
    ),
};

export const relatedTwice: Rule = {
  id: 'related-twice',
  severity: 'warning',
  run: ({ related }) => {
    const seen = new Set<string>();
    return related.flatMap((item, at) => {
      const key = keyOf(item);
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      return [{ where: `related:${String(at + 1)}`, message: 'The same related story is linked twice.' }];
    });
  },
};

const keyOf = (item: RelatedItem): string => ('storyId' in item ? item.storyId : (item.url ?? `card ${item.headline}`));

export const linkBroken: Rule = {
  id: 'link-broken',
  severity: 'error',
  run: (story, context) =>
    storyLinks(story).flatMap(({ where, target }) => bodyLinkTrouble(target, where, story, context)),
};

/** A link address of a story that came from outside the rules of the document: never let out. */
export const linkUnsafe: Rule = {
  id: 'link-unsafe',
  severity: 'error',
  run: (story) => {
    const addresses = [...walk(documentView(story.body, 'accepted'))]
      .flatMap(({ node }) => node.marks ?? [])
      .filter((mark) => mark.type === 'link')
      .map((mark) => mark.attrs?.['href'])
      .filter((href): href is string => typeof href === 'string' && href !== '' && !isSafeHref(href));
    return addresses.map((href) => ({
      where: 'body',
      message: `A link has the address “${href}”, which is not allowed.`,
    }));
  },
};

function storyLinks(story: Story): readonly { readonly where: string; readonly target: string }[] {
  return bodyBlocks(story).flatMap(({ where, node }) => {
    const targets = new Set<string>();
    for (const { node: inner } of walk(node))
      for (const mark of inner.marks ?? []) {
        const target = mark.type === 'link' ? mark.attrs?.['storyId'] : undefined;
        if (typeof target === 'string' && target !== '') targets.add(target);
      }
    return [...targets].map((target) => ({ where, target }));
  });
}

function bodyLinkTrouble(target: string, where: string, story: Story, context: CheckContext): readonly Hit[] {
  const id = storyId.safeParse(target);
  if (!id.success) return [{ where, message: 'A link in the body leads to no story.' }];
  return troubleOf(id.data, story, context, where, 'The story linked in the body');
}

/** What is wrong with a link to a story of the library, by the state of that story. */
function troubleOf(
  id: Story['id'],
  story: Story,
  { stateOf }: CheckContext,
  where: string,
  subject: string,
): readonly Hit[] {
  if (id === story.id) return [{ where, message: `${subject} is this story itself.` }];
  const state = stateOf(id);
  if (state === undefined) return [{ where, message: `${subject} is not in the library any more.` }];
  if (state === 'spiked' || state === 'killed' || state === 'recalled')
    return [{ where, message: `${subject} was ${state}.`, fix: 'Remove the link or choose another story.' }];
  if (state === 'published' || state === 'corrected') return [];
  return [{ where, severity: 'warning', message: `${subject} is not published: it will be shown without a link.` }];
}
