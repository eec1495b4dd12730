import { isPublic } from '../story/states.js';
import { walk } from '../document/document.js';
import { documentView } from '../document/document-view.js';
import { storyId } from '../ids.js';
import type { RelatedItem, Story } from '../story/story.js';
import { isSafeHref } from '../text/link.js';
import { bodyBlocks } from './body-blocks.js';
import { says, type CheckContext, type Hit, type Rule } from './rule.js';

export const relatedNone: Rule = {
  id: 'related-none',
  severity: 'advice',
  run: ({ related }) => (related.length > 0 ? [] : [{ where: 'related', says: says('finding.relatedNone') }]),
};

export const relatedBroken: Rule = {
  id: 'related-broken',
  severity: 'error',
  run: (story, context) =>
    story.related.flatMap((item, at) => {
      const where = `related:${String(at + 1)}`;
      return 'storyId' in item ? troubleOf(item.storyId, story, context, where, 'related') : [];
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
              says: says('finding.relatedNoAddress', { headline: item.headline }),
              fix: 'finding.relatedNoAddress.fix' as const,
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
      return [{ where: `related:${String(at + 1)}`, says: says('finding.relatedTwice') }];
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
      says: says('finding.link.unsafe', { href }),
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
  if (!id.success) return [{ where, says: says('finding.link.nowhere') }];
  return troubleOf(id.data, story, context, where, 'body');
}

/** What is wrong with a link to a story of the library, by the state of that story. */
function troubleOf(
  id: Story['id'],
  story: Story,
  { stateOf }: CheckContext,
  where: string,
  subject: 'related' | 'body',
): readonly Hit[] {
  if (id === story.id) return [{ where, says: says(`finding.${subject}.self`) }];
  const state = stateOf(id);
  if (state === undefined) return [{ where, says: says(`finding.${subject}.gone`) }];
  if (state === 'spiked' || state === 'killed' || state === 'recalled')
    return [{ where, says: says(`finding.${subject}.dead`, { state }), fix: 'finding.link.fix' }];
  if (isPublic(state)) return [];
  return [{ where, severity: 'warning', says: says(`finding.${subject}.unpublished`) }];
}
