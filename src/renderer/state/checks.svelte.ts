import type { Bridge } from '../../core/contract/bridge.js';
import type { GateFinding } from '../../core/contract/calls.js';
import type { OpenStory } from './open-story.svelte.js';
import type { Toasts } from './toasts.svelte.js';

/** What the checks find in the open story. They read the saved story, so it is saved first. */
export class Checks {
  findings = $state.raw<readonly GateFinding[]>([]);
  isRunning = $state.raw(false);
  hasRun = $state.raw(false);
  readonly errors = $derived(this.findings.filter((finding) => finding.severity === 'error').length);
  #bridge: Bridge;
  #toasts: Toasts;
  #open: OpenStory;

  constructor(bridge: Bridge, toasts: Toasts, open: OpenStory) {
    this.#bridge = bridge;
    this.#toasts = toasts;
    this.#open = open;
  }

  /** `saved`: the story was saved a moment ago, so nothing has to be flushed. */
  async run(saved = false): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    if (!saved) await this.#open.autosave.flushSave();
    const findings = this.#toasts.valueOf(await this.#bridge.call('story.check', { id: this.#open.id }));
    this.isRunning = false;
    if (!findings) return;
    this.findings = findings;
    this.hasRun = true;
  }
}
