import { isBlocking, isGated } from '../../core/check/gate.js';
import type { Bridge } from '../../core/contract/bridge.js';
import type { GateFinding, OpenStory as OpenedStory } from '../../core/contract/calls.js';
import type { Outcome } from '../../core/contract/outcome.js';
import type { PersonId, StoryId } from '../../core/ids.js';
import { moves, openMoves, type MoveName } from '../../core/story/states.js';
import { undoableMove } from '../../core/story/undo-move.js';
import type { Strings } from '../../core/strings/strings.js';
import type { Desk } from './desk.js';
import type { Dialogs } from './dialogs.svelte.js';
import type { Library } from './library.svelte.js';
import { isExplained } from './open-story.svelte.js';
import type { Toasts } from './toasts.svelte.js';

/** What the moves need of the newsroom that they are made in. */
interface Room {
  readonly desk: Desk | null;
  readonly library: Library;
  refresh(): Promise<void>;
}

interface MovesParts {
  readonly bridge: Bridge;
  readonly strings: Strings;
  readonly toasts: Toasts;
  readonly dialogs: Dialogs;
}

/** Where the open story can go: the desk's moves, the gate before those towards readers, and the way back. */
export class Moves {
  #newsroom: Room;
  #parts: MovesParts;

  constructor(newsroom: Room, parts: MovesParts) {
    this.#newsroom = newsroom;
    this.#parts = parts;
  }

  readonly open = $derived.by<readonly MoveName[]>(() => {
    const { desk, library } = this.#newsroom;
    if (!desk || library.isReadOnly) return [];
    return openMoves(desk.open.story.state, { approvalStep: library.settings.approvalStep });
  });

  /** The primary button: the move that brings the story on, never one that takes it away. */
  readonly next = $derived.by<MoveName | null>(() => {
    const { approvalStep } = this.#newsroom.library.settings;
    const onwards: readonly MoveName[] = approvalStep
      ? ['publish', 'approve', 'submit', 'restore']
      : ['publish', 'submit', 'restore'];
    const state = this.#newsroom.desk?.open.story.state;
    if (!approvalStep && (state === 'draft' || state === 'inProgress'))
      return this.open.includes('publish') ? 'publish' : null;
    return onwards.find((move) => this.open.includes(move)) ?? null;
  });

  /** The rest, the harmless ones first. */
  readonly others = $derived(
    this.open
      .filter((move) => move !== this.next)
      .toSorted((left, right) => Number(moves[left].needs === 'notice') - Number(moves[right].needs === 'notice')),
  );

  /** Whether there is a move to take back; whether something went out since is known by the library. */
  readonly canUndo = $derived.by(() => {
    const { desk, library } = this.#newsroom;
    return desk !== null && !library.isReadOnly && undoableMove(desk.open.story) !== undefined;
  });

  /** Begins a move: what holds it up is shown first, what must be explained asks for its words. */
  async begin(move: MoveName): Promise<void> {
    const { desk } = this.#newsroom;
    const { dialogs } = this.#parts;
    if (!desk || !this.open.includes(move)) return;
    if (isGated(move)) {
      await desk.checks.run();
      if (this.#newsroom.desk !== desk) return;
      if (desk.checks.findings.some(isBlocking)) {
        dialogs.show({ kind: 'gate', move });
        return;
      }
    }
    await this.goOn(move);
  }

  /** The part of a move behind the gate. */
  async goOn(move: MoveName): Promise<void> {
    const { dialogs } = this.#parts;
    if (move === 'correct') dialogs.show({ kind: 'correct' });
    else if (isExplained(move)) dialogs.show({ kind: 'move', move });
    else await this.make(move, '');
  }

  /** Makes the move; answers whether it was made. */
  async make(move: MoveName, note: string): Promise<boolean> {
    const { bridge, toasts, strings } = this.#parts;
    const opened = await this.#ask((id) => bridge.call('story.move', { id, move, note }));
    if (!opened) return false;
    const { headline, state } = opened.story;
    const made = undoableMove(opened.story);
    const said = { headline: headline || strings('list.untitled'), state: strings(`state.${state}`) };
    const text = move === 'spike' ? strings('toast.spiked', said) : strings('toast.moved', said);
    toasts.say(text, made ? () => void this.#undo(opened.story.id, made.at) : null);
    await this.#newsroom.refresh();
    return true;
  }

  /** Takes the last move of the open story back. */
  async undo(): Promise<void> {
    const { desk } = this.#newsroom;
    const last = desk && undoableMove(desk.open.story);
    if (last) await this.#undo(desk.open.id, last.at);
  }

  /** Gives the open story to a person; null = to nobody. */
  async assign(to: PersonId | null): Promise<void> {
    await this.#ask((id) => this.#parts.bridge.call('story.assign', { id, to }));
    await this.#newsroom.refresh();
  }

  /** Lets a finding pass with a reason; answers whether it does now. */
  async waive({ id: finding }: GateFinding, reason: string): Promise<boolean> {
    return this.#judge((id) => this.#parts.bridge.call('finding.waive', { id, finding, reason }));
  }

  async unwaive({ id: finding }: GateFinding): Promise<boolean> {
    return this.#judge((id) => this.#parts.bridge.call('finding.unwaive', { id, finding }));
  }

  async #judge(call: DeskCall): Promise<boolean> {
    const { desk } = this.#newsroom;
    const opened = await this.#ask(call);
    if (opened) await desk?.checks.run(true);
    return opened !== undefined;
  }

  /** A story that was left meanwhile is asked about all the same: the message with its Undo may still stand. */
  async #undo(id: StoryId, at: string): Promise<void> {
    const { bridge, toasts, strings } = this.#parts;
    const call = (): Promise<Outcome<OpenedStory>> => bridge.call('story.undoMove', { id, at });
    const isOpen = this.#newsroom.desk?.open.id === id;
    const opened = isOpen ? await this.#ask(call) : toasts.valueOf(await call());
    if (!opened) return;
    const { headline, state } = opened.story;
    toasts.say(
      strings('toast.undone', { headline: headline || strings('list.untitled'), state: strings(`state.${state}`) }),
    );
    await this.#newsroom.refresh();
  }

  /** What the desk answers about the open story; undefined where it was refused, which is told, or not saved. */
  async #ask(call: DeskCall): Promise<OpenedStory | undefined> {
    const open = this.#newsroom.desk?.open;
    const outcome = await open?.ask(() => call(open.id));
    return outcome ? this.#parts.toasts.valueOf(outcome) : undefined;
  }
}

type DeskCall = (id: StoryId) => Promise<Outcome<OpenedStory>>;
