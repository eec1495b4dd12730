import type { Bridge } from '../../src/core/contract/bridge.js';
import type {
  CallName,
  Input,
  LibraryInfo,
  MachineSettings,
  OpenStory,
  Output,
  Recovery,
} from '../../src/core/contract/calls.js';
import type { News, NewsName } from '../../src/core/contract/news.js';
import { failure, type Outcome } from '../../src/core/contract/outcome.js';
import { plainText } from '../../src/core/document/plain-text.js';
import { NewsroomError } from '../../src/core/errors.js';
import { deskId, mediaId, tagId, type NewId, type StoryId } from '../../src/core/ids.js';
import { moveStory } from '../../src/core/story/desk-moves.js';
import { newStory, type Story } from '../../src/core/story/story.js';
import { FakeIndex } from './fake-index.js';
import { countingIds, sampleNewsroom, type SampleNewsroom } from './sample-newsroom.js';

type Handlers = { [N in CallName]: (input: Input<N>) => Output<N> };

export interface FakeOptions {
  readonly newsroom?: SampleNewsroom;
  /** No library yet: the first run. */
  readonly firstRun?: boolean;
  readonly readOnly?: boolean;
  readonly theme?: MachineSettings['theme'];
  readonly now?: () => Date;
  /** Text that a crash left behind, by the place of its story. */
  readonly recovery?: Recovery;
  /** Repeats the stories until there are this many rows in the list. */
  readonly rows?: number;
}

/** A newsroom in memory behind the page's own contract: what tests and looks use in place of the shell. */
export class FakeBridge implements Bridge {
  /** Every call in order, for a test to look at. */
  readonly asked: { name: CallName; input: unknown }[] = [];
  /** Answers that a test puts in place of the next ones, by call. */
  readonly failing = new Map<CallName, Outcome<never>>();
  stories: Map<StoryId, Story>;
  revision = 1;
  isReadyToClose = false;
  #listeners = new Map<NewsName, Set<(news: never) => void>>();
  #newsroom: SampleNewsroom;
  #options: FakeOptions;
  #newId: NewId = countingIds();
  #now: () => Date;
  #machine: MachineSettings;
  #recovery: Recovery | null;

  constructor(options: FakeOptions = {}) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
    this.#newsroom = options.newsroom ?? sampleNewsroom(this.#now());
    this.stories = new Map(this.#newsroom.stories.map((story) => [story.id, story]));
    this.#recovery = options.recovery ?? null;
    const newIds = this.#newId;
    for (let used = 0; used < 500; used += 1) newIds();
    this.#machine = { theme: options.theme ?? 'light', personId: null, regions: {}, openStories: {}, zoom: 1 };
  }

  call<N extends CallName>(name: N, input: unknown): Promise<Outcome<Output<N>>> {
    this.asked.push({ name, input });
    const failed = this.failing.get(name);
    if (failed) return Promise.resolve(failed);
    try {
      return Promise.resolve({ ok: true, value: this.#handlers[name](input as Input<N>) });
    } catch (error) {
      if (error instanceof NewsroomError) return Promise.resolve(failure(error));
      throw error;
    }
  }

  on<N extends NewsName>(name: N, listener: (news: News<N>) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Tells the page something, as the shell would. */
  tell<N extends NewsName>(name: N, news: News<N>): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(news as never);
  }

  ready(): void {
    /* Nothing waits in a fake. */
  }

  readyToClose(): void {
    this.isReadyToClose = true;
  }

  names(name: CallName): unknown[] {
    return this.asked.filter((call) => call.name === name).map((call) => call.input);
  }

  get #info(): LibraryInfo {
    const { settings, taxonomy, people } = this.#newsroom;
    const readOnly = this.#options.readOnly
      ? { code: 'store.locked', message: 'Another Copydesk has it open (Anna’s laptop).' }
      : null;
    return {
      id: 'fake-library',
      folderName: 'Harbour',
      readOnly,
      stories: this.stories.size,
      settings,
      taxonomy: { sections: [...taxonomy.sections], tags: [...taxonomy.tags] },
      people: [...people],
    };
  }

  #sha = (): string => String(this.revision).padStart(64, '0');

  #get(id: StoryId): Story {
    const story = this.stories.get(id);
    if (!story) throw new NewsroomError('story.not-found', { id });
    return story;
  }

  #opened(story: Story): OpenStory {
    return { story, revision: this.revision, sha256: this.#sha(), recovery: this.#recovery };
  }

  get #index(): FakeIndex {
    return new FakeIndex(this.#newsroom.people, [...this.stories.values()], this.#now(), this.#options.rows ?? 0);
  }

  #put(story: Story): void {
    this.revision += 1;
    this.stories.set(story.id, story);
  }

  #change(change: Partial<SampleNewsroom>): void {
    this.#newsroom = { ...this.#newsroom, ...change };
  }

  readonly #handlers: Handlers = {
    'app.start': () => ({
      version: '0.1.0',
      platform: 'linux',
      machine: this.#machine,
      library: this.#options.firstRun ? null : this.#info,
      suggestedFolder: 'Documents/Copydesk',
      trouble: null,
    }),
    'machine.save': (machine) => {
      this.#machine = machine;
      return null;
    },
    'library.chooseFolder': () => ({
      token: 'path-00000000-0000-4000-8000-000000000001',
      label: 'Documents/Elsewhere',
    }),
    'library.open': () => ({ library: this.#info, machine: this.#machine }),
    'library.create': (input) => {
      this.#change({ settings: { ...this.#newsroom.settings, name: input.publicationName, language: input.language } });
      if (!input.sample) this.stories.clear();
      return { library: this.#info, machine: this.#machine };
    },
    'export.show': () => null,
    'import.choose': () => ({ token: 'path-00000000-0000-4000-8000-000000000002', count: 3 }),
    'link.open': () => null,
    'page.print': () => null,
    'library.info': () => this.#info,
    'stories.list': (input) => this.#index.list(input),
    'stories.counts': () => this.#index.counts(),
    'story.open': ({ id }) => this.#opened(this.#get(id)),
    'story.create': ({ sectionId }) => {
      const { settings } = this.#newsroom;
      const desk = deskId.parse(this.#newId());
      const story = newStory({ settings, desk, now: this.#now(), newId: this.#newId }, { sectionId });
      this.#put(story);
      return this.#opened(story);
    },
    'story.keepDraft': () => ({ keptAt: this.#now().toISOString() }),
    'story.save': ({ story }) => {
      this.#put({ ...story, modifiedAt: this.#now().toISOString() });
      return { revision: this.revision, sha256: this.#sha(), savedAt: this.#now().toISOString() };
    },
    'story.recover': ({ id }) => {
      this.#recovery = null;
      return this.#opened(this.#get(id));
    },
    'story.move': ({ id, move, note }) => {
      const moved = moveStory(this.#get(id), move, { person: null, now: this.#now(), note }, this.#newsroom.settings);
      this.#put(moved);
      return this.#opened(moved);
    },
    'story.check': ({ id }) => {
      const story = this.#get(id);
      const tk = {
        rule: 'tk',
        severity: 'warning' as const,
        message: 'The body still holds a TK.',
        fix: 'Fill it or take it out.',
      };
      const none = {
        rule: 'headline',
        severity: 'error' as const,
        message: 'The story has no headline.',
        where: 'headline',
      };
      return [
        ...(plainText(story.body).includes('TK') ? [{ id: 'a', where: 'body:0', ...tk }] : []),
        ...(story.headline === '' ? [{ id: 'b', ...none }] : []),
        ...(story.related.length > 0
          ? [
              {
                id: 'c',
                rule: 'related',
                severity: 'error' as const,
                where: 'related:2',
                message: 'A related story was killed.',
              },
            ]
          : []),
      ];
    },
    'story.preview': ({ id }) => ({ address: `copydesk-preview://story/${id}/` }),
    'section.create': ({ name, colour, subject }) => {
      const section = { id: this.#newId(), name, slug: name.toLowerCase(), colour, subject } as never;
      const { sections, tags } = this.#newsroom.taxonomy;
      this.#change({ taxonomy: { tags, sections: [...sections, section] } });
      return this.#info.taxonomy;
    },
    'section.change': (section) => {
      const { sections, tags } = this.#newsroom.taxonomy;
      this.#change({ taxonomy: { tags, sections: sections.map((old) => (old.id === section.id ? section : old)) } });
      return this.#info.taxonomy;
    },
    'section.reorder': ({ ids }) => {
      const { sections, tags } = this.#newsroom.taxonomy;
      const sorted = sections.toSorted((left, right) => ids.indexOf(left.id) - ids.indexOf(right.id));
      this.#change({ taxonomy: { tags, sections: sorted } });
      return this.#info.taxonomy;
    },
    'section.remove': ({ id, into }) => {
      const { sections, tags } = this.#newsroom.taxonomy;
      for (const story of this.stories.values())
        if (story.sectionId === id) this.stories.set(story.id, { ...story, sectionId: into });
      this.#change({ taxonomy: { tags, sections: sections.filter((section) => section.id !== id) } });
      return this.#info.taxonomy;
    },
    'tag.create': ({ name }) => {
      const tag = { id: tagId.parse(this.#newId()), name };
      const { sections, tags } = this.#newsroom.taxonomy;
      this.#change({ taxonomy: { sections, tags: [...tags, tag] } });
      return { tag, taxonomy: this.#info.taxonomy };
    },
    'tag.rename': (tag) => {
      const { sections, tags } = this.#newsroom.taxonomy;
      this.#change({ taxonomy: { sections, tags: tags.map((old) => (old.id === tag.id ? tag : old)) } });
      return this.#info.taxonomy;
    },
    'tag.remove': ({ id }) => {
      const { sections, tags } = this.#newsroom.taxonomy;
      this.#change({ taxonomy: { sections, tags: tags.filter((tag) => tag.id !== id) } });
      return this.#info.taxonomy;
    },
    'subjects.search': ({ text }) => this.#index.subjects((subject) => subject.label.includes(text.toLowerCase())),
    'subjects.children': ({ parent }) => this.#index.subjectsUnder(parent),
    'subjects.named': ({ codes }) => this.#index.subjects((subject) => codes.includes(subject.code)),
    'settings.save': (settings) => {
      this.#change({ settings });
      return settings;
    },
    'people.save': (people) => {
      this.#change({ people });
      return people;
    },
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
        const story = this.stories.get(item.storyId);
        const section = this.#newsroom.taxonomy.sections.find(({ id }) => id === story?.sectionId)?.name ?? '';
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
      [...this.stories.values()]
        .filter((story) => story.id !== id && ['published', 'corrected'].includes(story.state))
        .slice(0, limit)
        .map((story, at) => ({
          row: this.#index.row(story),
          score: 1 - at / 10,
          reasons:
            [['Same subjects', 'names Kyiv and Moscow'], ['Tag “energy”', '14 shared terms'], ['Same place and slug']][
              at % 3
            ] ?? [],
        })),
    'related.linkedFrom': ({ id }) =>
      [...this.stories.values()]
        .filter((story) => story.related.some((item) => 'storyId' in item && item.storyId === id))
        .map((story) => this.#index.row(story)),
    'related.linkBack': ({ from, to }) => {
      const story = this.#get(to);
      this.stories.set(to, { ...story, related: [...story.related, { storyId: from }] });
      return null;
    },
    'media.add': ({ fileName, bytes }) => ({
      mediaId: mediaId.parse(`${'a'.repeat(64)}.png`),
      width: 10,
      height: 10,
      bytes: bytes.length,
      fileName,
    }),
    'export.run': ({ ids, formats }) => ({
      rows: ids.flatMap((id) =>
        formats.map((format) => ({
          id,
          format,
          path: `exports/story/${format}`,
          bytes: 12_345,
          valid: true,
          validator: 'html-validate',
        })),
      ),
      folderToken: 'path-00000000-0000-4000-8000-000000000003',
    }),
    'import.run': () => ({ rows: [], imported: 0, duplicates: 0, refused: 0 }),
    'job.cancel': () => null,
  };
}
