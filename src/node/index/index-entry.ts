import { documentView } from '../../core/document/document-view.js';
import { blockText, plainText, textBlocks } from '../../core/document/plain-text.js';
import { relatedTerms } from '../../core/related/terms.js';
import { mediaOfStory } from '../../core/story/media-of-story.js';
import type { Story } from '../../core/story/story.js';
import type { StoryRow } from '../../core/story/story-row.js';
import { countWords } from '../../core/text/words.js';
import { countTks } from '../../core/check/tk.js';
import { textAttr } from '../../core/document/document.js';
import type { SavedState } from '../library/story-store.js';
import type { MarkKind } from './schema.js';

/** Everything that the index keeps of one story. */
export interface IndexEntry {
  readonly row: StoryRow;
  readonly sha256: string;
  readonly revision: number;
  readonly originSha256: string | null;
  readonly urlSlug: string;
  readonly guid: string;
  readonly createdAt: string;
  /** When the news happened, for the ranking: published, else changed. */
  readonly dated: string;
  readonly dek: string;
  readonly body: string;
  /** Names and desk words that a search finds but no reader sees: slugline, byline, captions. */
  readonly names: string;
  readonly marks: readonly (readonly [MarkKind, string])[];
}

/** The same view of the document as exporters and counts have: changes accepted, no annotation. */
export function indexEntry({ story, sha256, revision }: SavedState): IndexEntry {
  const body = plainText(story.body);
  const pictures = textBlocks(documentView(story.body, 'accepted')).filter((block) => block.type === 'image');
  const text = [story.headline, story.dek, body].join('\n');
  const row: StoryRow = {
    id: story.id,
    sourceId: story.sourceId,
    headline: story.headline,
    slugline: story.slugline,
    sectionId: story.sectionId,
    tagIds: story.tagIds,
    state: story.state,
    words: countWords(body),
    tks: countTks(text),
    byline: story.byline,
    authorIds: story.authors.map((author) => author.personId),
    leadImage: story.leadImage?.mediaId ?? null,
    edition: story.edition,
    embargoAt: story.embargo?.at ?? null,
    modifiedAt: story.modifiedAt,
    publishedAt: story.publishedAt,
    dueAt: story.planning.due,
    assigneeId: story.assigneeId ?? null,
  };
  const captions = pictures.flatMap((block) => [blockText(block), textAttr(block, 'credit'), textAttr(block, 'alt')]);
  return {
    row,
    sha256,
    revision,
    originSha256: story.origin?.sha256 ?? null,
    urlSlug: story.urlSlug,
    guid: story.guid,
    createdAt: story.createdAt,
    dated: story.firstPublishedAt ?? story.publishedAt ?? story.modifiedAt,
    dek: story.dek,
    body,
    names: [story.slugline, story.byline, story.kicker, story.leadImage?.caption ?? '', ...captions].join('\n'),
    marks: marksOf(story),
  };
}

function marksOf(story: Story): readonly (readonly [MarkKind, string])[] {
  const links = story.related.flatMap((item) => ('storyId' in item ? [item.storyId] : []));
  return [
    ['state', story.state],
    ['section', story.sectionId ?? ''],
    ...[...new Set(story.tagIds)].map((id) => ['tag', id] as const),
    ...[...new Set(story.subjects)].map((code) => ['subject', code] as const),
    ...[...new Set(story.authors.map((author) => author.personId))].map((id) => ['author', id] as const),
    ...(story.assigneeId ? [['assignee', story.assigneeId] as const] : []),
    ...[...new Set((story.sources ?? []).map((source) => source.personId))].map((id) => ['source', id] as const),
    ...[...new Set(links)].map((id) => ['link', id] as const),
    ...[...mediaOfStory(story)].map((id) => ['media', id] as const),
  ];
}

/** Terms for the ranking; a tag stands by its id, so that renaming one touches no story. */
export function termsOfEntry(entry: Pick<IndexEntry, 'row' | 'dek' | 'body'>): Map<string, number> {
  const { headline, tagIds } = entry.row;
  return relatedTerms({ headline, dek: entry.dek, body: entry.body, tags: tagIds });
}
