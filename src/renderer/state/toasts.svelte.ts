import { NewsroomError } from '../../core/errors.js';
import type { Outcome } from '../../core/contract/outcome.js';

/** A short message in the corner; `undo` where the act can be taken back, `details` where there is something to report. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'calm' | 'trouble';
  readonly undo: (() => void) | null;
  readonly details: string | null;
}

/** How long a calm message stays, in ms; trouble stays until it is dismissed. */
const stay = 8_000;

export class Toasts {
  shown = $state.raw<readonly Toast[]>([]);
  #next = 1;

  say(text: string, undo: (() => void) | null = null): void {
    const toast: Toast = { id: this.#next++, text, tone: 'calm', undo, details: null };
    this.shown = [...this.shown.slice(-3), toast];
    setTimeout(() => this.dismiss(toast.id), stay);
  }

  trouble(text: string, details: string | null = null): void {
    if (this.shown.some((toast) => toast.text === text)) return;
    this.shown = [...this.shown.slice(-3), { id: this.#next++, text, tone: 'trouble', undo: null, details }];
  }

  /** The value of an answer, or undefined after its advice was shown. */
  valueOf<T>(outcome: Outcome<T>): T | undefined {
    if (outcome.ok) return outcome.value;
    this.trouble(new NewsroomError(outcome.code, outcome.params).userMessage, outcome.code);
    return undefined;
  }

  dismiss(id: number): void {
    this.shown = this.shown.filter((toast) => toast.id !== id);
  }
}
