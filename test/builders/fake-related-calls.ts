import type { FakeDesk, Handlers } from './fake-desk.js';

type RelatedCalls = Pick<Handlers, Extract<keyof Handlers, `related.${string}` | `subjects.${string}`>>;

/** What stands around a story: related stories and subjects. */
export const relatedCalls = (desk: FakeDesk): RelatedCalls => ({
  'subjects.search': ({ text }) => desk.index.subjects((subject) => subject.label.includes(text.toLowerCase())),
  'subjects.children': ({ parent }) => desk.index.subjectsUnder(parent),
  'subjects.named': ({ codes }) => desk.index.subjects((subject) => codes.includes(subject.code)),
  'related.describe': ({ items }) =>
    items.map((item) => {
      if (!('storyId' in item))
        return {
          item,
          headline: item.headline,
          section: item.section,
          excerpt: item.excerpt,
          state: null,
          date: null,
          image: null,
          trouble: item.url === null ? 'noAddress' : null,
        };
      const story = desk.stories.get(item.storyId);
      const section = desk.newsroom.taxonomy.sections.find(({ id }) => id === story?.sectionId)?.name ?? '';
      const isOut = story?.state === 'published' || story?.state === 'corrected';
      return {
        item,
        headline: story?.headline ?? '',
        section,
        excerpt: story?.dek ?? '',
        state: story?.state ?? null,
        date: story?.modifiedAt ?? null,
        image: story?.leadImage?.mediaId ?? null,
        trouble: !story ? 'missing' : story.state === 'killed' ? 'killed' : isOut ? null : 'unpublished',
      };
    }),
  'related.suggest': ({ id, limit }) =>
    [...desk.stories.values()]
      .filter((story) => story.id !== id && ['published', 'corrected'].includes(story.state))
      .slice(0, limit)
      .map((story, at) => ({
        row: desk.index.row(story),
        score: 1 - at / 10,
        reasons:
          [['Same subjects', 'names Kyiv and Moscow'], ['Tag “energy”', '14 shared terms'], ['Same place and slug']][
            at % 3
          ] ?? [],
      })),
  'related.linkedFrom': ({ id }) =>
    [...desk.stories.values()]
      .filter((story) => story.related.some((item) => 'storyId' in item && item.storyId === id))
      .map((story) => desk.index.row(story)),
  'related.linkBack': ({ from, to }) => {
    const story = desk.get(to);
    desk.stories.set(to, { ...story, related: [...story.related, { storyId: from }] });
    return null;
  },
});
