import { withBlockIds } from '../../src/core/document/block-ids.js';
import type { StoryDocument } from '../../src/core/document/document.js';
import { deskId, sectionId, storyId, tagId } from '../../src/core/ids.js';
import { defaultSettings } from '../../src/core/publication/settings.js';
import { newStory, type Story } from '../../src/core/story/story.js';
import type { Taxonomy } from '../../src/core/taxonomy/taxonomy.js';
import { article, sectionCount, topicCount, type Article } from './corpus.js';

const uuid = (kind: number, number: number): string =>
  `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

export const benchDesk = deskId.parse(uuid(1, 1));
const settings = { ...defaultSettings, name: 'Bench' };
const colours = ['#1f4f82', '#6a7a2c', '#a0572a', '#74458c'];

/** The sections and tags that the corpus is filed under. */
export const corpusTaxonomy: Taxonomy = {
  sections: Array.from({ length: sectionCount }, (_, at) => ({
    id: sectionId.parse(uuid(2, at)),
    name: `Section ${String(at + 1)}`,
    slug: `section-${String(at + 1)}`,
    colour: colours[at % colours.length] ?? '#1f4f82',
    subject: null,
  })),
  tags: Array.from({ length: topicCount }, (_, at) => ({
    id: tagId.parse(uuid(3, at)),
    name: `Topic ${String(at + 1)}`,
  })),
};

/** The `number`-th story of the corpus, with ids that spread over a library's folders. */
export function corpusStory(number: number, options: { words?: number; headline?: string } = {}): Story {
  const read = article(number, options.words);
  let block = 0;
  const body: StoryDocument = {
    type: 'doc',
    content: read.paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  };
  const about = { settings, desk: benchDesk, now: new Date(read.date), newId: () => uuid(4, number) };
  const [section, tag] = [corpusTaxonomy.sections[read.section], corpusTaxonomy.tags[read.topic]];
  const story = newStory(about, {
    headline: options.headline ?? read.title,
    dek: read.dek,
    byline: `Reporter ${String(number % 50)}`,
    sectionId: section?.id ?? null,
    tagIds: tag ? [tag.id] : [],
    body: withBlockIds(body, () => uuid(16 + number, (block += 1))),
  });
  return { ...story, id: storyId.parse(story.id) };
}

/** The same article as a line of a `.jsonl` archive. */
export function corpusLine(number: number): string {
  const read: Article = article(number);
  return JSON.stringify({
    id: `bench-${String(number)}`,
    title: read.title,
    dek: read.dek,
    section: `Section ${String(read.section + 1)}`,
    tags: [`Topic ${String(read.topic + 1)}`],
    date: read.date,
    body: read.paragraphs.join('\n\n'),
  });
}
