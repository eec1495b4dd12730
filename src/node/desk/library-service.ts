import type { Input, LibraryCallName, LibraryInfo, Output } from '../../core/contract/calls.js';
import { NewsroomError } from '../../core/errors.js';
import type { MediaId, PersonId } from '../../core/ids.js';
import type { PictureRender } from '../../core/media/picture-render.js';
import type { Person } from '../../core/people/person.js';
import { settingsSchema } from '../../core/publication/settings.js';
import { deskViews } from '../../core/story/story-row.js';
import { countView, listStories, type ListContext } from '../index/list-stories.js';
import type { Library } from '../library/library.js';
import { ExportDesk } from './export-desk.js';
import { exportHandlers } from './export-handlers.js';
import { folderHandlers } from './folder-handlers.js';
import { historyHandlers } from './history-desk.js';
import { importHandlers } from './import-handlers.js';
import { listHandlers } from './list-handlers.js';
import { PeopleDesk } from './people-desk.js';
import { MediaDesk } from './media-desk.js';
import { PreviewDesk } from './preview-desk.js';
import { RelatedDesk } from './related-desk.js';
import { siteHandlers } from './site-handlers.js';
import { reviewHandlers } from './review-handlers.js';
import { StoryDesk } from './story-desk.js';
import { SubjectDesk } from './subject-desk.js';
import { TaxonomyDesk } from './taxonomy-desk.js';
import { TemplateDesk } from './template-desk.js';
import { workflowHandlers } from './workflow-handlers.js';

/** What the service needs of the process around it. */
export interface ServiceHost {
  /** Who sits at this machine. */
  readonly personId: () => PersonId | null;
  /** The path behind a token that the shell gave to the page. */
  readonly path: (token: string) => readonly string[];
  /** A token for a folder that the library chose itself. */
  readonly tokenFor: (path: string) => string;
  readonly tellProgress: (progress: { jobId: string; label: string; done: number; total: number | null }) => void;
  readonly tellChanged: (ids: readonly string[]) => void;
}

export type LibraryHandlers = { readonly [N in LibraryCallName]: (input: Input<N>) => Promise<Output<N>> };

export interface LibraryService {
  readonly handlers: LibraryHandlers;
  /** A file of a preview that was made by `story.preview`; null where there is none. */
  readonly previewFile: (key: string, path: string) => Promise<Uint8Array | null>;
  /** A file made of a picture. @throws NewsroomError `media.not-found`, `media.not-an-image` */
  readonly picture: (id: MediaId, render: PictureRender) => Promise<Uint8Array>;
}

/** The answers of the library process: one for each call of the table, so that a missing one does not compile. */
export function libraryService(library: Library, host: ServiceHost): LibraryService {
  const stories = new StoryDesk(library);
  const taxonomy = new TaxonomyDesk(library);
  const related = new RelatedDesk(library);
  const subjects = new SubjectDesk(library);
  const pictures = new MediaDesk(library);
  const exporting = new ExportDesk(library);
  const previews = new PreviewDesk(exporting, library.derived);
  const templates = new TemplateDesk(library);
  const cancelled = new Set<string>();

  const person = (): Person | null => library.people.value.people.find(({ id }) => id === host.personId()) ?? null;
  const listContext = (): ListContext => ({
    personId: host.personId(),
    taxonomy: library.taxonomy.value,
    people: library.people.value.people,
    now: library.world.now(),
    timeZone: library.settings.value.timeZone,
  });
  const taxonomyAfter = async (change: Promise<unknown>): Promise<Output<'section.create'>> => {
    await change;
    return library.taxonomy.value;
  };

  const handlers: LibraryHandlers = {
    ...listHandlers(library, { ...host, person, listContext, isCancelled: (jobId) => cancelled.delete(jobId) }),
    'library.info': () => Promise.resolve(libraryInfo(library)),
    'stories.list': (query) => Promise.resolve(listPage(library, query, listContext())),
    'stories.counts': () =>
      Promise.resolve({
        views: Object.fromEntries(deskViews.map((view) => [view, countView(library.index, view, listContext())])),
        sections: { ...library.index.counters('section') },
        tags: { ...library.index.counters('tag') },
      }),
    'story.open': ({ id }) => stories.open(id),
    'story.create': ({ sectionId, templateId }) =>
      templateId === null
        ? stories.create(person(), sectionId)
        : stories.create(person(), null, { ...(sectionId ? { sectionId } : {}), ...templates.contentOf(templateId) }),
    'story.duplicate': ({ id, headline }) => stories.duplicate(id, headline),
    'story.split': async ({ id, headline, ...point }) => {
      const opened = await stories.split(id, point, headline);
      host.tellChanged([id]);
      return opened;
    },
    'story.keepDraft': async ({ story, baseSha256 }) => ({ keptAt: await stories.keepDraft(story, baseSha256) }),
    'story.save': async ({ story, expectedSha256 }) => {
      const { revision, sha256, savedAt } = await stories.save(story, expectedSha256, person());
      return { revision, sha256, savedAt };
    },
    'story.recover': ({ id, choice }) => stories.recover(id, choice, person()),
    'story.recoverDamaged': ({ id }) => stories.recoverDamaged(id),
    'story.preview': (input) => previews.make(input),
    ...historyHandlers(library, stories, person),

    'section.create': ({ name, colour, subject }) => taxonomyAfter(taxonomy.createSection(name, colour, subject)),
    'section.change': (section) => taxonomyAfter(taxonomy.changeSection(section)),
    'section.reorder': ({ ids }) => taxonomyAfter(taxonomy.reorderSections(ids)),
    'section.remove': ({ id, into }) => taxonomyAfter(taxonomy.removeSection(id, into)),
    'tag.create': async ({ name }) => ({ tag: await taxonomy.createTag(name), taxonomy: library.taxonomy.value }),
    'tag.rename': (tag) => taxonomyAfter(taxonomy.renameTag(tag)),
    'tag.remove': ({ id, into }) => taxonomyAfter(taxonomy.removeTag(id, into)),
    'subjects.search': ({ text }) => Promise.resolve(subjects.search(text)),
    'subjects.children': ({ parent }) => Promise.resolve(subjects.children(parent)),
    'subjects.named': ({ codes }) => Promise.resolve(subjects.named(codes)),
    'settings.save': async (settings) => {
      await library.assertWritable();
      return library.settings.change(() => settingsSchema.parse(settings));
    },
    'people.save': (people) => new PeopleDesk(library).save(people),

    'related.describe': ({ items }) => related.describe(items),
    'related.suggest': async ({ id, limit }) => {
      const { story } = await library.stories.read(id);
      const chosen = story.related.flatMap((item) => ('storyId' in item ? [item.storyId] : []));
      return related.suggest(id, limit, chosen);
    },
    'related.linkedFrom': ({ id }) => Promise.resolve([...related.linkedFrom(id)]),
    'related.linkBack': async ({ from, to }) => {
      await related.linkBack(from, to);
      return null;
    },

    'media.add': ({ fileName, bytes }) => pictures.add(fileName, bytes, person()?.name ?? ''),
    'media.list': (query) => Promise.resolve(pictures.list(query)),
    'media.about': async ({ id }) => Promise.resolve(pictures.about(id)),
    'media.change': ({ id, texts }) => pictures.change(id, texts),
    'media.clean': ({ dryRun }) => pictures.clean(dryRun),

    ...importHandlers(library, { ...host, person, isCancelled: (jobId) => cancelled.delete(jobId) }),
    ...siteHandlers(library, { ...host, isCancelled: (jobId) => cancelled.delete(jobId) }),
    ...reviewHandlers(library, stories, { ...host, person }),
    ...folderHandlers(library, { ...host, person }),
    ...workflowHandlers(library, stories, { ...host, person }),
    ...exportHandlers(library, exporting, { ...host, isCancelled: (jobId) => cancelled.delete(jobId) }),
    'job.cancel': ({ jobId }) => {
      cancelled.add(jobId);
      return Promise.resolve(null);
    },
  };
  return {
    handlers,
    previewFile: (key, path) => previews.file(key, path),
    picture: (id, render) => library.derived.bytes(id, render),
  };
}

/** What the page knows of a library from the first. */
export function libraryInfo(library: Library): LibraryInfo {
  const { readOnly, layout, file, settings, taxonomy, people, index } = library;
  return {
    id: file.libraryId,
    folderName: layout.root.split(/[\\/]/u).at(-1) ?? '',
    readOnly: readOnly && { code: readOnly.code, message: readOnly.userMessage },
    stories: index.size(),
    settings: settings.value,
    taxonomy: taxonomy.value,
    people: [...people.value.people],
    templates: new TemplateDesk(library).all(),
    views: [...library.views.value.views],
  };
}

function listPage(library: Library, query: Input<'stories.list'>, context: ListContext): Output<'stories.list'> {
  const { rows, total } = listStories(library.index, query, context);
  return { rows: [...rows], total };
}

/** For a call that came before a library was opened. */
export const noLibrary = (): NewsroomError => new NewsroomError('call.refused', { detail: 'no library is open' });
