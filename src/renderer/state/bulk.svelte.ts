import type { Bridge } from '../../core/contract/bridge.js';
import type { BulkResult } from '../../core/contract/list-calls.js';
import type { BulkChange, BulkMove } from '../../core/story/bulk-change.js';
import type { Strings } from '../../core/strings/strings.js';
import type { Dialogs } from './dialogs.svelte.js';
import type { Library } from './library.svelte.js';
import type { StoryList } from './story-list.svelte.js';
import type { Toasts } from './toasts.svelte.js';

/** What a change of many needs of the newsroom that it is made in. */
interface Room {
  readonly list: StoryList;
  readonly library: Library;
  leave(): Promise<boolean>;
  changedElsewhere(ids: readonly string[]): Promise<void>;
}

interface BulkParts {
  readonly bridge: Bridge;
  readonly strings: Strings;
  readonly toasts: Toasts;
  readonly dialogs: Dialogs;
}

/** Moves whose reason is asked for first. */
const asked: readonly BulkMove[] = ['sendBack', 'unpublish'];

/** One change for the stories that are picked in the list, its answers and its taking back. */
export class Bulk {
  isBusy = $state.raw(false);
  #newsroom: Room;
  #parts: BulkParts;

  constructor(newsroom: Room, parts: BulkParts) {
    this.#newsroom = newsroom;
    this.#parts = parts;
  }

  get count(): number {
    return this.#newsroom.list.selection.size;
  }

  /** A move of the desk for all; one that needs a reason asks for it. */
  async move(move: BulkMove): Promise<void> {
    if (asked.includes(move)) this.#parts.dialogs.show({ kind: 'bulkNote', move });
    else await this.run({ kind: 'move', move, note: '' });
  }

  /** Makes a change; what was refused is named with its reason, what was done can be taken back from the message. */
  async run(change: BulkChange): Promise<void> {
    const { bridge, toasts } = this.#parts;
    const ids = [...this.#newsroom.list.selection.ids];
    if (ids.length === 0 || this.isBusy) return;
    // What is open is saved first, so that the change is made on the newest text.
    if (!(await this.#newsroom.leave())) return;
    this.isBusy = true;
    const result = toasts.valueOf(await bridge.call('stories.bulk', { ids, change }));
    this.isBusy = false;
    if (result) await this.#told(result, this.#saidOf(change, result));
  }

  async undo(undo: string): Promise<void> {
    const { bridge, toasts, strings } = this.#parts;
    if (!(await this.#newsroom.leave())) return;
    const result = toasts.valueOf(await bridge.call('stories.bulkUndo', { undo }));
    if (result) await this.#told(result, strings('bulk.undone', { n: doneIn(result) }));
  }

  async #told(result: BulkResult, text: string): Promise<void> {
    const { toasts, dialogs, strings } = this.#parts;
    const { undo } = result;
    const takeBack = undo === null ? null : () => void this.undo(undo);
    const refused = result.rows.filter(({ outcome }) => outcome === 'refused');
    const said = refused.length === 0 ? text : `${text} ${strings('bulk.refused', { n: refused.length })}`;
    if (refused.length > 0) dialogs.show({ kind: 'bulkResult', text, refused });
    toasts.say(said, takeBack);
    await this.#newsroom.changedElsewhere(result.rows.flatMap(({ id, outcome }) => (outcome === 'done' ? [id] : [])));
    await this.#newsroom.list.selection.keepListed();
  }

  #saidOf(change: BulkChange, result: BulkResult): string {
    const { strings } = this.#parts;
    const { library } = this.#newsroom;
    const n = doneIn(result);
    switch (change.kind) {
      case 'section':
        return strings('bulk.section', {
          n,
          name: library.section(change.sectionId)?.name ?? strings('field.noSection'),
        });
      case 'addTag':
        return strings('bulk.tagged', { n, name: library.tag(change.tagId)?.name ?? '' });
      case 'removeTag':
        return strings('bulk.untagged', { n, name: library.tag(change.tagId)?.name ?? '' });
      case 'assign':
        return change.personId === null
          ? strings('bulk.unassigned', { n })
          : strings('bulk.assigned', { n, name: change.name });
      case 'move':
        return strings('bulk.moved', { n, move: strings(`command.${change.move}`).replace('…', '') });
    }
  }
}

const doneIn = (result: BulkResult): number => result.rows.filter(({ outcome }) => outcome === 'done').length;
