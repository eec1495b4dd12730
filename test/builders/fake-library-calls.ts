import { tagId } from '../../src/core/ids.js';
import { resolveConflict } from '../../src/core/merge/resolve-conflict.js';
import { correctStory } from '../../src/core/story/correct-story.js';
import type { ListCalls } from './fake-list-calls.js';
import type { FakeDesk, Handlers } from './fake-desk.js';
import type { mediaCalls } from './fake-media-calls.js';
import type { relatedCalls } from './fake-related-calls.js';
import type { storyCalls } from './fake-story-calls.js';

type LibraryCalls = Omit<
  Handlers,
  | keyof ReturnType<typeof storyCalls>
  | keyof ReturnType<typeof relatedCalls>
  | keyof ListCalls
  | keyof ReturnType<typeof mediaCalls>
>;

/** The shell and the library: start, sections, tags, people, settings, import and export. */
export const libraryCalls = (desk: FakeDesk): LibraryCalls => ({
  'app.start': () => ({
    version: '0.1.0',
    platform: 'linux',
    machine: desk.machine,
    library: desk.options.firstRun ? null : desk.info,
    suggestedFolder: 'Documents/Copydesk',
    trouble: null,
  }),
  'machine.save': (machine) => {
    desk.machine = machine;
    return null;
  },
  'library.chooseFolder': () => ({
    token: 'path-00000000-0000-4000-8000-000000000001',
    label: 'Documents/Elsewhere',
  }),
  'library.open': () => ({ library: desk.info, machine: desk.machine }),
  'library.create': (input) => {
    desk.change({ settings: { ...desk.newsroom.settings, name: input.publicationName, language: input.language } });
    if (!input.sample) desk.stories.clear();
    return { library: desk.info, machine: desk.machine };
  },
  'export.show': () => null,
  'handOver.write': ({ to }) => ({
    fileName: 'story-r1.copydesk',
    sha256: desk.sha(),
    at: desk.now().toISOString(),
    to,
    folderToken: 'path-00000000-0000-4000-8000-000000000003',
  }),
  'folder.current': () => null,
  'folder.choose': () => ({ token: 'path-00000000-0000-4000-8000-000000000004', label: 'Shared' }),
  'folder.forget': () => null,
  'folder.list': () => ({ rows: [], vanished: [], more: 0 }),
  'folder.place': ({ to, folder }) => ({
    fileName: 'story-r1-0000.copydesk',
    sha256: desk.sha(),
    at: desk.now().toISOString(),
    to,
    folderToken: folder,
  }),
  'folder.claim': () => null,
  'folder.release': () => null,
  'folder.take': ({ name }) => ({
    fileName: name,
    outcome: 'same',
    id: null,
    headline: '',
    from: '',
    merged: 0,
    conflicts: 0,
    error: null,
  }),
  'handOver.takeIn': () => [],
  'handOver.list': () => [],
  'conflict.resolve': ({ id, conflictId, take }) => {
    desk.put(resolveConflict(desk.get(id), conflictId, take, desk.newId));
    return desk.opened(desk.get(id));
  },
  'correction.publish': ({ id, ...correction }) => {
    const corrected = correctStory(desk.get(id), correction, desk.now());
    desk.put({ ...corrected, state: 'corrected', edition: corrected.edition + 1 });
    return desk.opened(desk.get(id));
  },
  'site.themes': () => [{ id: 'default', name: 'The daily paper', about: '', isOwn: false }],
  'site.copyTheme': () => [],
  'site.build': () => ({ pages: 3, written: 3, unchanged: 0, removed: 0, ms: 1, deadLinks: [], missing: [] }),
  'site.preview': () => ({ url: 'http://127.0.0.1:1/' }),
  'import.choose': () => ({ token: 'path-00000000-0000-4000-8000-000000000002', count: 3 }),
  'link.open': () => null,
  'page.print': () => null,
  'clipboard.source': () => ({ url: desk.options.clipboardSource ?? null }),
  'edit.pasteText': () => null,
  'library.info': () => desk.info,
  'section.create': ({ name, colour, subject }) => {
    const section = { id: desk.newId(), name, slug: name.toLowerCase(), colour, subject } as never;
    const { sections, tags } = desk.newsroom.taxonomy;
    desk.change({ taxonomy: { tags, sections: [...sections, section] } });
    return desk.info.taxonomy;
  },
  'section.change': (section) => {
    const { sections, tags } = desk.newsroom.taxonomy;
    desk.change({ taxonomy: { tags, sections: sections.map((old) => (old.id === section.id ? section : old)) } });
    return desk.info.taxonomy;
  },
  'section.reorder': ({ ids }) => {
    const { sections, tags } = desk.newsroom.taxonomy;
    const sorted = sections.toSorted((left, right) => ids.indexOf(left.id) - ids.indexOf(right.id));
    desk.change({ taxonomy: { tags, sections: sorted } });
    return desk.info.taxonomy;
  },
  'section.remove': ({ id, into }) => {
    const { sections, tags } = desk.newsroom.taxonomy;
    for (const story of desk.stories.values())
      if (story.sectionId === id) desk.stories.set(story.id, { ...story, sectionId: into });
    desk.change({ taxonomy: { tags, sections: sections.filter((section) => section.id !== id) } });
    return desk.info.taxonomy;
  },
  'tag.create': ({ name }) => {
    const tag = { id: tagId.parse(desk.newId()), name };
    const { sections, tags } = desk.newsroom.taxonomy;
    desk.change({ taxonomy: { sections, tags: [...tags, tag] } });
    return { tag, taxonomy: desk.info.taxonomy };
  },
  'tag.rename': (tag) => {
    const { sections, tags } = desk.newsroom.taxonomy;
    desk.change({ taxonomy: { sections, tags: tags.map((old) => (old.id === tag.id ? tag : old)) } });
    return desk.info.taxonomy;
  },
  'tag.remove': ({ id }) => {
    const { sections, tags } = desk.newsroom.taxonomy;
    desk.change({ taxonomy: { sections, tags: tags.filter((tag) => tag.id !== id) } });
    return desk.info.taxonomy;
  },
  'settings.save': (settings) => {
    desk.change({ settings });
    return settings;
  },
  'people.save': (people) => {
    desk.change({ people });
    return people;
  },
  'export.profiles': () => [],
  'export.saveProfile': ({ folder: _, ...profile }) => [{ ...profile, folderName: null }],
  'export.removeProfile': () => [],
  'export.run': ({ ids, formats }) => ({
    rows: (ids ?? []).flatMap((id) =>
      formats.map((format) => ({
        id,
        format,
        path: `exports/story/${format}`,
        bytes: 12_345,
        valid: true,
        validator: 'html-validate',
        check: 'structural' as const,
      })),
    ),
    folderToken: 'path-00000000-0000-4000-8000-000000000003',
  }),
  'import.run': () => ({
    rows: [],
    imported: 0,
    duplicates: 0,
    refused: 0,
    withLosses: 0,
    names: [],
    firstId: null,
    importId: null,
    isCancelled: false,
  }),
  'import.list': () => [],
  'import.undo': () => ({ rows: [], removed: 0, kept: 0 }),
  'job.cancel': () => null,
});
