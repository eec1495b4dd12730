import type { Bridge } from '../../core/contract/bridge.js';
import type { OpenStory as OpenedStory, Recovery } from '../../core/contract/calls.js';
import type { Outcome } from '../../core/contract/outcome.js';
import type { ShownExchange } from '../../core/contract/review-calls.js';
import type { StoryDocument } from '../../core/document/document.js';
import type { StoryId } from '../../core/ids.js';
import { isFrozen, type MoveName } from '../../core/story/states.js';
import type { Story } from '../../core/story/story.js';
import { noCounts, type TextCounts } from '../../editor/behaviours/text-counts.js';
import { Autosave } from './autosave.svelte.js';

/** The fields that a person changes in the window; the body belongs to the editor alone. */
export type StoryChange = Partial<Omit<Story, 'id' | 'body' | 'state' | 'guid'>>;

/**
 * The story on the canvas. Its fields live here, its body in the editor: `readBody` asks the editor for it when a
 * snapshot is made, and nothing here ever writes into the editor.
 */
export class OpenStory {
  readonly id: StoryId;
  /** What an editor starts from: the body as it was opened, or as the last editor left it (settings, preview). */
  startBody: StoryDocument;
  /** The fields; `body` in here is as old as the last opening or move. */
  story = $state.raw<Story>() as Story;
  revision = $state.raw(0);
  recovery = $state.raw<Recovery | null>(null);
  counts = $state.raw<TextCounts>(noCounts);
  /** Who has the story now, where it was handed over and has not come back. */
  holder = $state.raw<ShownExchange | null>(null);
  readonly isFrozen = $derived(isFrozen(this.story.state));
  readonly isSpiked = $derived(this.story.state === 'spiked');
  readonly autosave: Autosave;
  #readBody: (() => StoryDocument) | null = null;

  readonly #bridge: Bridge;

  constructor(bridge: Bridge, opened: OpenedStory, onSaved: (story: Story) => void) {
    this.#bridge = bridge;
    this.id = opened.story.id;
    this.startBody = opened.story.body;
    this.story = opened.story;
    this.revision = opened.revision;
    this.recovery = opened.recovery;
    this.autosave = new Autosave(
      {
        snapshot: () => this.snapshot(),
        keepDraft: (story, baseSha256) => bridge.call('story.keepDraft', { story, baseSha256 }),
        save: (story, expectedSha256) => bridge.call('story.save', { story, expectedSha256 }),
      },
      opened.sha256,
      (saved) => {
        this.revision = saved.revision;
        onSaved(this.story);
      },
    );
  }

  /** Asks who has the story. A list that cannot be read says nothing: it is a notice, not the work. */
  async lookForHolder(): Promise<void> {
    const exchanges = await this.#bridge.call('handOver.list', { id: this.id });
    const last = exchanges.ok ? exchanges.value[0] : undefined;
    this.holder = last?.direction === 'out' ? last : null;
  }

  /** The editor has mounted and can say its text; the answer takes it off again. */
  attachBody(read: () => StoryDocument): () => void {
    this.#readBody = read;
    return () => {
      // The last text stays readable, so that a save which is still on its way keeps it and the next editor has it.
      const last = read();
      this.startBody = last;
      this.#readBody = () => last;
    };
  }

  change(change: StoryChange): void {
    this.story = { ...this.story, ...change };
    this.autosave.touched();
  }

  /** The text was changed. Called for every key: nothing is read or serialised here. */
  bodyChanged(): void {
    this.autosave.touched();
  }

  snapshot(): Story {
    return { ...this.story, body: this.#readBody?.() ?? this.story.body };
  }

  /** Asks the desk for a change of its own, on the text as it is saved now, and takes over the answer; null = not asked. */
  ask(call: () => Promise<Outcome<OpenedStory>>): Promise<Outcome<OpenedStory> | null> {
    return this.autosave.afterSave(async () => {
      const outcome = await call();
      if (outcome.ok) this.#adopt(outcome.value);
      return outcome;
    });
  }

  /**
   * Takes over what a move of the desk answered: its own fields and the identity, never the text or a field that a
   * person writes: those may have been changed while the answer was on its way.
   */
  #adopt(opened: OpenedStory): void {
    this.story = { ...this.story, ...deskFieldsOf(opened.story) };
    this.revision = opened.revision;
    this.autosave.rebase(opened.sha256);
  }
}

/** What the desk says of a story and no field of the window sets. */
const deskFields = [
  'state',
  'stateBefore',
  'pubStatus',
  'notice',
  'corrections',
  'log',
  'edition',
  'firstPublishedAt',
  'publishedAt',
  'modifiedAt',
  'waivers',
  'assigneeId',
] as const satisfies readonly (keyof Story)[];
const deskFieldsOf = (story: Story): Partial<Story> =>
  Object.fromEntries(deskFields.map((name) => [name, story[name]]));

/** Moves that are explained before they are made, in a dialog. */
export type ExplainedMove = Extract<MoveName, 'sendBack' | 'kill' | 'recall' | 'unpublish' | 'publish'>;
const explained: readonly MoveName[] = ['sendBack', 'kill', 'recall', 'unpublish', 'publish'];
export const isExplained = (move: MoveName): move is ExplainedMove => explained.includes(move);
