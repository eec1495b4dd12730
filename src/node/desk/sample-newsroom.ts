import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { withBlockIds } from '../../core/document/block-ids.js';
import { personId, sectionId, subjectCode, type StoryId } from '../../core/ids.js';
import { importers } from '../../core/import/importers.js';
import type { ImportedStory } from '../../core/import/importer.js';
import { LossList } from '../../core/loss.js';
import { personSchema, type Person } from '../../core/people/person.js';
import { defaultSettings, settingsSchema } from '../../core/publication/settings.js';
import { moveStory } from '../../core/story/desk-moves.js';
import { storyStates, type MoveName, type StoryState } from '../../core/story/states.js';
import { plainUse } from '../../core/media/picture-use.js';
import { newStory, storySchema, type Story } from '../../core/story/story.js';
import { sectionSchema } from '../../core/taxonomy/taxonomy.js';
import type { Library } from '../library/library.js';
import { resource, resourceBytes, resourceText } from '../resources.js';
import { importContext } from './import-context.js';
import { takeMedia, withMedia } from './import-media.js';
import { readBeside } from './import-source.js';
import { nextEdition } from './story-desk.js';
import { TaxonomyDesk } from './taxonomy-desk.js';

const sampleStory = z.object({
  file: z.string(),
  state: z.enum(storyStates),
  minutes: z.number(),
  slugline: z.string().default(''),
  urgency: z.int().nullable().default(null),
  authors: z.array(z.string()).default([]),
  subjects: z.array(subjectCode).default([]),
  related: z.array(z.string()).default([]),
  leadImage: z
    .object({ file: z.string(), alt: z.string(), caption: z.string(), credit: z.string().optional() })
    .optional(),
  planning: z
    .object({
      budgetLine: z.string().default(''),
      wordsPlanned: z.int().nullable().default(null),
      dueInMinutes: z.number().optional(),
    })
    .optional(),
  embargo: z.object({ inMinutes: z.number(), tz: z.string() }).optional(),
  note: z.string().default(''),
  ednote: z.string().default(''),
  internalNote: z.string().default(''),
});
type SampleStory = z.infer<typeof sampleStory>;
const sampleSchema = z.object({
  publication: z.record(z.string(), z.unknown()),
  people: z.array(personSchema.omit({ id: true }).extend({ key: z.string() })),
  sections: z.array(sectionSchema.omit({ id: true })),
  credit: z.string(),
  stories: z.array(sampleStory),
});

/** The moves that lead to a state, as people make them. */
const waysTo: Partial<Record<StoryState, readonly MoveName[]>> = {
  inProgress: ['start'],
  submitted: ['submit'],
  approved: ['submit', 'approve'],
  published: ['submit', 'approve', 'publish'],
  killed: ['submit', 'approve', 'publish', 'kill'],
  spiked: ['start', 'spike'],
};
const msPerMinute = 60_000;

/** Fills a new library with the sample newsroom; its stories are as old as it says, counted from now. */
export async function fillWithSample(library: Library, visitor: Person | null): Promise<number> {
  const sample = sampleSchema.parse(parseYaml(resourceText('sample', 'newsroom.yaml')));
  const { world } = library;
  await library.settings.change(() => settingsSchema.parse({ ...defaultSettings, ...sample.publication }));
  const people = new Map(
    sample.people.map(({ key, ...person }) => [key, { ...person, id: personId.parse(world.newId()) }]),
  );
  await library.people.change(() => ({ people: [...(visitor ? [visitor] : []), ...people.values()] }));
  const sections = sample.sections.map((section) => ({ ...section, id: sectionId.parse(world.newId()) }));
  await library.taxonomy.change((taxonomy) => ({ ...taxonomy, sections }));

  const stories = new Map<string, Story>();
  for (const about of sample.stories) stories.set(about.file, await readSample(library, about, people, sample.credit));
  const idOf = (file: string): StoryId => known(stories.get(file), `related story ${file}`).id;
  const finished = sample.stories.map((about) => {
    const story = known(stories.get(about.file), about.file);
    const linked = { ...story, related: about.related.map((file) => ({ storyId: idOf(file) })) };
    return movedTo(linked, about, people, world.now(), library);
  });
  const saved = await library.saveMany(finished.map((story) => ({ story: storySchema.parse(story), expected: null })));
  // Editions need every card's story on the disk.
  for (const { story, sha256 } of saved.filter((state) => ['published', 'killed'].includes(state.story.state))) {
    const next = await nextEdition(library, story);
    await library.editions.freeze(story.id, next.content, world.now());
    await library.save(next.story, sha256);
  }
  library.related.measure();
  return saved.length;
}

async function readSample(
  library: Library,
  about: SampleStory,
  people: ReadonlyMap<string, Person>,
  credit: string,
): Promise<Story> {
  const { world } = library;
  const read = await readMarkdown(library, about.file);
  const taxonomy = new TaxonomyDesk(library);
  const tags = await taxonomy.tagsNamed(read.story.tagNames);
  const section = library.taxonomy.value.sections.find(({ name }) => name === read.story.sectionName);
  const media = await takeMedia(
    library.media,
    read.media,
    (key) => readBeside(resource('sample', 'stories'), key),
    new LossList(),
  );
  const lead = about.leadImage
    ? await library.media.add(about.leadImage.file, resourceBytes('sample', 'media', about.leadImage.file))
    : undefined;
  const changed = new Date(world.now().getTime() - about.minutes * msPerMinute);
  const due = about.planning?.dueInMinutes;
  return newStory(
    { settings: library.settings.value, desk: library.file.deskId, now: changed, newId: world.newId },
    {
      ...read.story.content,
      firstPublishedAt: null,
      publishedAt: null,
      byline: '',
      body: withBlockIds(withMedia(read.story.body, media), world.newId),
      sectionId: section?.id ?? null,
      tagIds: tags.map(({ id }) => id),
      subjects: about.subjects,
      authors: about.authors.flatMap((key) => {
        const person = people.get(key);
        return person ? [{ personId: person.id, role: 'writer' }] : [];
      }),
      slugline: about.slugline,
      urgency: about.urgency,
      ednote: about.ednote,
      internalNote: about.internalNote,
      planning: {
        budgetLine: about.planning?.budgetLine ?? '',
        wordsPlanned: about.planning?.wordsPlanned ?? null,
        due: due === undefined ? null : new Date(world.now().getTime() + due * msPerMinute).toISOString(),
      },
      embargo: about.embargo
        ? {
            at: new Date(world.now().getTime() + about.embargo.inMinutes * msPerMinute).toISOString(),
            tz: about.embargo.tz,
          }
        : null,
      leadImage:
        about.leadImage && lead
          ? {
              ...plainUse,
              mediaId: lead.mediaId,
              alt: about.leadImage.alt,
              caption: about.leadImage.caption,
              credit: about.leadImage.credit ?? credit,
            }
          : null,
    },
  );
}

async function readMarkdown(
  library: Library,
  file: string,
): Promise<{ story: ImportedStory; media: Parameters<typeof takeMedia>[1] }> {
  const fileName = `${file}.md`;
  for await (const result of importers.markdown.read(
    { fileName, bytes: resourceBytes('sample', 'stories', fileName) },
    importContext(library),
  ))
    if ('story' in result) return { story: result.story, media: result.media };
  throw new TypeError(`the sample story ${fileName} does not read`);
}

function movedTo(
  story: Story,
  about: SampleStory,
  people: ReadonlyMap<string, Person>,
  now: Date,
  library: Library,
): Story {
  const editor = [...people.values()].find(({ role }) => role === 'editor') ?? null;
  const writer = people.get(about.authors[0] ?? '') ?? null;
  const at = new Date(now.getTime() - about.minutes * msPerMinute);
  const way = waysTo[about.state] ?? [];
  return way.reduce((moving, move, step) => {
    const person = move === 'start' || move === 'submit' ? writer : editor;
    const note = step === way.length - 1 ? about.note : '';
    return moveStory(moving, move, { person, now: at, note }, library.settings.value);
  }, story);
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new TypeError(`the sample newsroom names ${what}, which is not there`);
  return value;
}
