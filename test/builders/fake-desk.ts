import type {
  CallName,
  Input,
  LibraryInfo,
  MachineSettings,
  OpenStory,
  Output,
  Recovery,
} from '../../src/core/contract/calls.js';
import { NewsroomError } from '../../src/core/errors.js';
import type { NewId, StoryId } from '../../src/core/ids.js';
import type { SavedView } from '../../src/core/story/saved-view.js';
import { allTemplates } from '../../src/core/story/shipped-templates.js';
import type { Template } from '../../src/core/story/template.js';
import type { Story } from '../../src/core/story/story.js';
import { FakeIndex } from './fake-index.js';
import { countingIds, sampleNewsroom, type SampleNewsroom } from './sample-newsroom.js';

export type Handlers = { [N in CallName]: (input: Input<N>) => Output<N> };

export interface FakeOptions {
  readonly newsroom?: SampleNewsroom;
  /** No library yet: the first run. */
  readonly firstRun?: boolean;
  /** The page that the clipboard says it was copied from. */
  readonly clipboardSource?: string;
  readonly readOnly?: boolean;
  readonly theme?: MachineSettings['theme'];
  readonly now?: () => Date;
  /** Text that a crash left behind. */
  readonly recovery?: Recovery;
  /** The file of the first story is damaged until it is recovered. */
  readonly damaged?: boolean;
  /** Repeats the stories until there are this many rows in the list. */
  readonly rows?: number;
}

/** What a newsroom in memory holds; the calls of the page read and change it. */
export class FakeDesk {
  readonly options: FakeOptions;
  readonly newId: NewId = countingIds();
  readonly now: () => Date;
  stories: Map<StoryId, Story>;
  newsroom: SampleNewsroom;
  machine: MachineSettings;
  recovery: Recovery | null;
  damaged: StoryId | null;
  templates: readonly Template[] = [];
  views: readonly SavedView[] = [];
  revision = 1;

  constructor(options: FakeOptions) {
    this.options = options;
    this.now = options.now ?? (() => new Date());
    this.newsroom = options.newsroom ?? sampleNewsroom(this.now());
    this.stories = new Map(this.newsroom.stories.map((story) => [story.id, story]));
    this.recovery = options.recovery ?? null;
    this.damaged = options.damaged ? (this.newsroom.stories[0]?.id ?? null) : null;
    for (let used = 0; used < 500; used += 1) this.newId();
    this.machine = {
      theme: options.theme ?? 'light',
      personId: null,
      regions: {},
      openStories: {},
      zoom: 1,
      spelling: true,
      personalWords: [],
      language: 'system',
    };
  }

  get info(): LibraryInfo {
    const { settings, taxonomy, people } = this.newsroom;
    const readOnly = this.options.readOnly
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
      templates: [...allTemplates(this.templates)],
      views: [...this.views],
    };
  }

  get index(): FakeIndex {
    return new FakeIndex(this.newsroom.people, [...this.stories.values()], this.now(), this.options.rows ?? 0);
  }

  sha(): string {
    return String(this.revision).padStart(64, '0');
  }

  get(id: StoryId): Story {
    const story = this.stories.get(id);
    if (!story) throw new NewsroomError('story.not-found', { id });
    if (id === this.damaged)
      throw new NewsroomError('store.damaged', { detail: 'unreadable: the file ends too early' });
    return story;
  }

  opened(story: Story): OpenStory {
    return { story, revision: this.revision, sha256: this.sha(), recovery: this.recovery };
  }

  put(story: Story): void {
    this.revision += 1;
    this.stories.set(story.id, story);
  }

  change(change: Partial<SampleNewsroom>): void {
    this.newsroom = { ...this.newsroom, ...change };
  }
}
