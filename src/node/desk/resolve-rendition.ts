import { documentView } from '../../core/document/document-view.js';
import { textAttr, walk, type StoryDocument } from '../../core/document/document.js';
import { plainText } from '../../core/document/plain-text.js';
import type { RelatedCard, Rendition, RenditionImage } from '../../core/export/rendition.js';
import { NewsroomError } from '../../core/errors.js';
import { mediaId, storyId, type MediaId, type SubjectCode } from '../../core/ids.js';
import { plainUse } from '../../core/media/picture-use.js';
import { storyPath, storyUrl } from '../../core/publication/story-address.js';
import type { RelatedItem, Story } from '../../core/story/story.js';
import { cardExcerpt, dekFromBody } from '../../core/text/excerpt.js';
import { isRightToLeft } from '../../core/text/direction.js';
import { countWords, readingMinutes } from '../../core/text/words.js';
import type { Library } from '../library/library.js';
import { sectionOf, tagsOf } from './named.js';
import { isPublic } from '../../core/story/states.js';

/** Names of the topics in a language (`topics.ts`). */
export type SubjectLabel = (code: SubjectCode, language: string) => string;

/**
 * A story resolved at this moment: names for ids, cards for links, the body as accepted, nothing private.
 * @param edition its number, or null for a proof
 */
export async function resolveRendition(
  library: Library,
  story: Story,
  edition: number | null,
  labelOf: SubjectLabel,
): Promise<Rendition> {
  const settings = library.settings.value;
  const taxonomy = library.taxonomy.value;
  const section = sectionOf(taxonomy, story.sectionId) ?? null;
  const body = documentView(story.body, 'accepted');
  const text = plainText(story.body);
  const path = storyPath(story, section?.slug ?? null, settings);
  const authors = story.authors.flatMap(({ personId, role }) => {
    const person = library.people.value.people.find(({ id }) => id === personId);
    return person ? [{ name: person.name, role }] : [];
  });
  return {
    guid: story.guid,
    id: story.id,
    edition,
    language: story.language,
    direction: isRightToLeft(story.language) ? 'rtl' : 'ltr',
    kicker: story.kicker,
    headline: story.headline,
    headlines: story.headlines,
    dek: story.dek.trim() || dekFromBody(story.body, settings.dekWords),
    hasOwnDek: story.dek.trim() !== '',
    byline: story.byline.trim() || authors.map(({ name }) => name).join(', '),
    authors,
    bodyFooter: story.bodyFooter,
    dateline: story.dateline ? story.dateline.text || story.dateline.located : '',
    section: section ? { name: section.name, slug: section.slug, colour: section.colour } : null,
    sections: taxonomy.sections.map(({ name, slug }) => ({ name, slug })),
    subjects: story.subjects.map((code) => ({ code, label: labelOf(code, story.language) })),
    tags: tagsOf(taxonomy, story.tagIds).map(({ name }) => name),
    slugline: story.slugline,
    takeKey: story.takeKey,
    genre: story.genre,
    place: story.place,
    urgency: story.urgency,
    priority: story.priority,
    signal: story.signal,
    source: story.source,
    usageTerms: story.usageTerms,
    copyrightHolder: story.copyrightHolder,
    copyrightNotice: story.copyrightNotice,
    ednote: story.ednote,
    url: storyUrl(path, settings),
    path,
    leadImage: story.leadImage ? await imageOf(library, story.leadImage.mediaId, story.leadImage) : null,
    body,
    media: await mediaOf(library, body),
    storyLinks: await storyLinks(library, body),
    storyCards: await storyCards(library, body),
    related: (await Promise.all(story.related.map((item) => cardOf(library, item)))).filter((card) => card !== null),
    corrections: story.corrections,
    words: countWords(text),
    readingMinutes: readingMinutes(text),
    createdAt: story.createdAt,
    modifiedAt: story.modifiedAt,
    firstPublishedAt: story.firstPublishedAt,
    publishedAt: story.publishedAt,
    publication: {
      name: settings.name,
      baseUrl: settings.baseUrl,
      timeZone: settings.timeZone,
      language: settings.language,
      commentUrl: settings.commentUrl,
      shareTargets: settings.shareTargets,
      copyrightHolder: settings.copyrightHolder,
    },
  };
}

/** null where the picture's file is missing or damaged: a page never shows a broken image. */
async function imageOf(
  library: Library,
  id: MediaId,
  used: Omit<RenditionImage, 'mediaId' | 'width' | 'height'>,
): Promise<RenditionImage | null> {
  const about = await library.media.about(id);
  if (!about) return null;
  const { alt, caption, credit, size, rotate, crop, focal } = used;
  return { mediaId: id, width: about.width, height: about.height, alt, caption, credit, size, rotate, crop, focal };
}

async function mediaOf(
  library: Library,
  body: StoryDocument,
): Promise<Record<string, { width: number; height: number }>> {
  const sizes: Record<string, { width: number; height: number }> = {};
  for (const { node } of walk(body)) {
    const id = node.type === 'image' ? mediaId.safeParse(textAttr(node, 'media')) : undefined;
    const about = id?.success ? await library.media.about(id.data) : undefined;
    if (about) sizes[about.mediaId] = { width: about.width, height: about.height };
  }
  return sizes;
}

/** Addresses of the stories that the body links to; null where there is no page to link to. */
async function storyLinks(library: Library, body: StoryDocument): Promise<Record<string, string | null>> {
  const links: Record<string, string | null> = {};
  for (const { node } of walk(body))
    for (const mark of node.marks ?? []) {
      const id = mark.type === 'link' ? storyId.safeParse(textAttr(mark, 'storyId')) : undefined;
      if (id?.success) links[id.data] = await publicAddress(library, id.data);
    }
  return links;
}

/** The cards of the stories that stand in the body. */
async function storyCards(library: Library, body: StoryDocument): Promise<Record<string, RelatedCard | null>> {
  const cards: Record<string, RelatedCard | null> = {};
  for (const { node } of walk(body)) {
    const id = node.type === 'storyCard' ? storyId.safeParse(textAttr(node, 'storyId')) : undefined;
    if (id?.success) cards[id.data] = await cardOf(library, { storyId: id.data });
  }
  return cards;
}

async function publicAddress(library: Library, id: string): Promise<string | null> {
  const story = await readIfThere(library, id);
  return story && isPublic(story.state) ? addressOf(library, story) : null;
}

function addressOf(library: Library, story: Story): string | null {
  const settings = library.settings.value;
  const section = sectionOf(library.taxonomy.value, story.sectionId);
  return storyUrl(storyPath(story, section?.slug ?? null, settings), settings);
}

/** A card; null for a story that is gone, spiked, killed or recalled: such a card never goes out. */
async function cardOf(library: Library, item: RelatedItem): Promise<RelatedCard | null> {
  const words = library.settings.value.excerptWords;
  if (!('storyId' in item)) {
    const { url, headline, section, excerpt, image, imageAlt } = item;
    const texts = { ...plainUse, alt: imageAlt ?? '', caption: '', credit: '' };
    return { href: url, section, headline, excerpt, image: image ? await imageOf(library, image, texts) : null };
  }
  const story = await readIfThere(library, item.storyId);
  if (!story || ['spiked', 'killed', 'recalled'].includes(story.state)) return null;
  const section = sectionOf(library.taxonomy.value, story.sectionId);
  return {
    href: isPublic(story.state) ? addressOf(library, story) : null,
    section: section?.name ?? '',
    headline: story.headline,
    excerpt: cardExcerpt(story.dek, story.body, words),
    image: story.leadImage ? await imageOf(library, story.leadImage.mediaId, story.leadImage) : null,
  };
}

async function readIfThere(library: Library, id: string): Promise<Story | undefined> {
  try {
    return (await library.stories.read(storyId.parse(id))).story;
  } catch (error) {
    // Gone or damaged: the page leaves the card out, `check` and the list say why.
    if (error instanceof NewsroomError) return undefined;
    throw error;
  }
}
