import type { ImportedRow } from '../../core/contract/import-calls.js';
import { withBlockIds } from '../../core/document/block-ids.js';
import { NewsroomError } from '../../core/errors.js';
import type { SectionId, StoryId } from '../../core/ids.js';
import { LossList, type Loss } from '../../core/loss.js';
import { plainUse } from '../../core/media/picture-use.js';
import { pubStatusOf } from '../../core/story/states.js';
import { newStory, storySchema, type Story, type StoryContent } from '../../core/story/story.js';
import type { Section, Tag } from '../../core/taxonomy/taxonomy.js';
import { foldName } from '../../core/text/fold.js';
import type { Library } from '../library/library.js';
import { arrivedReview } from './arrived-review.js';
import type { ImportJob } from './import-job.js';
import { takeMedia, textsBeside, withMedia } from './import-media.js';
import { importedRow, refusal, type Arrived } from './import-rows.js';

export interface MadeStory {
  readonly story: Story;
  readonly row: ImportedRow;
}

/** The library's sections and tags by folded name. */
export interface KnownNames {
  readonly sections: ReadonlyMap<string, Section>;
  readonly tags: ReadonlyMap<string, Tag>;
}

/** A story of the library out of one that was read, its pictures taken in; a refusal where it breaks a rule. */
export async function makeStory(
  library: Library,
  arrived: Arrived,
  job: ImportJob,
  { sections, tags }: KnownNames,
): Promise<MadeStory | ImportedRow> {
  const { file, format, hash, story: read } = arrived;
  const losses = new LossList();
  losses.addAll(arrived.losses);
  const taken = await takeMedia(library.media, arrived.media, file.beside, losses);
  const { world, settings } = library;
  const about = { settings: settings.value, desk: library.file.deskId, now: world.now(), newId: world.newId };
  const lead = read.leadImage ? taken.get(read.leadImage.key) : undefined;
  const people = library.people.value.people;
  const authors = people.filter(({ name }) => read.authorNames.some((author) => foldName(author) === foldName(name)));
  const everyAuthorKnown = authors.length === read.authorNames.length;
  const review = arrivedReview(read, world.now(), world.newId);
  const content: Partial<StoryContent> = {
    ...read.content,
    body: withBlockIds(withMedia(review.body, taken), world.newId),
    sectionId: sectionFor(sections.get(foldName(read.sectionName))?.id, job),
    tagIds: [...new Set(read.tagNames.flatMap((name) => tags.get(foldName(name))?.id ?? []))],
    authors: authors.map(({ id }) => ({ personId: id, role: 'writer' })),
    byline: read.content.byline ?? (everyAuthorKnown ? '' : read.authorNames.join(', ')),
    related: read.related.map(({ url, headline, section, excerpt, imageAlt }) => ({
      url,
      headline,
      section,
      excerpt,
      imageAlt,
    })),
    leadImage:
      read.leadImage && lead ? { ...plainUse, mediaId: lead.mediaId, ...textsBeside(read.leadImage, lead) } : null,
    origin: { format, fileName: file.name.split(/[\\/]/u).at(-1) ?? '', sha256: hash },
  };
  const { changes, annotations } = review;
  const story = inState({ ...newStory(about, content), changes, annotations }, job, arrived, world.now());
  const checked = storySchema.safeParse(story);
  if (!checked.success)
    return refusal(
      file.name,
      new NewsroomError('input.invalid', { detail: issueOf(checked.error) }),
      read.content.sourceId ?? undefined,
    );
  return { story: checked.data, row: importedRow(arrived, story.id, losses.list) };
}

const sectionFor = (own: SectionId | undefined, { section, fallbackSection }: ImportJob): SectionId | null =>
  section ?? own ?? fallbackSection ?? null;

/** A story as another Copydesk kept it: its id stays, what this library has already is never replaced. */
export function keptStory(
  library: Library,
  fileName: string,
  value: unknown,
  losses: readonly Loss[],
  job: ImportJob,
): { readonly row: ImportedRow; readonly story?: Story } {
  const parsed = storySchema.safeParse(value);
  if (!parsed.success) throw new NewsroomError('input.invalid', { detail: issueOf(parsed.error) });
  const came = parsed.data;
  const about = {
    file: fileName,
    headline: came.headline,
    format: 'json',
    ...(came.sourceId ? { sourceId: came.sourceId } : {}),
  };
  if (library.index.numberOf(came.id) !== undefined)
    return { row: { ...about, outcome: 'duplicate', id: came.id, losses: [] } };
  if (job.dryRun) return { row: { ...about, outcome: 'imported', losses: [...losses] } };
  const lost = new LossList();
  lost.addAll(losses);
  const { taxonomy, world } = library;
  const hasSection = taxonomy.value.sections.some(({ id }) => id === came.sectionId);
  if (came.sectionId && !hasSection) lost.add('section', 'its section is not in this library');
  const tagIds = came.tagIds.filter((id) => taxonomy.value.tags.some((tag) => tag.id === id));
  if (tagIds.length < came.tagIds.length)
    lost.add('tag', 'some of its tags are not in this library', came.tagIds.length - tagIds.length);
  const story: Story = {
    ...came,
    sectionId: sectionFor(hasSection ? (came.sectionId ?? undefined) : undefined, job),
    tagIds,
    state: 'draft',
    stateBefore: null,
    pubStatus: 'withheld',
    edition: 0,
    modifiedAt: world.now().toISOString(),
  };
  return { row: { ...about, outcome: 'imported', id: came.id satisfies StoryId, losses: [...lost.list] }, story };
}

const issueOf = ({
  issues: [issue],
}: {
  readonly issues: readonly { path: PropertyKey[]; message: string }[];
}): string => `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;

/** Where an imported story stands: as asked, else published where its source says that it is out, else a draft. */
function inState(story: Story, job: ImportJob, { format, story: { isPublished, content } }: Arrived, now: Date): Story {
  const state = job.state ?? (format === 'jsonl' || isPublished ? 'published' : 'draft');
  if (state === 'draft') return story;
  const at = now.toISOString();
  // The day on which its source had it, where it does not say when it was published.
  const first = story.firstPublishedAt ?? content.createdAt ?? at;
  const published = state === 'published' ? { firstPublishedAt: first, publishedAt: story.publishedAt ?? first } : {};
  const { id: personId, name: personName } = job.person ?? { id: null, name: '' };
  const log = [{ act: 'import', from: 'draft', to: state, note: '', personId, personName, at }];
  return { ...story, ...published, state, pubStatus: pubStatusOf(state), log };
}
