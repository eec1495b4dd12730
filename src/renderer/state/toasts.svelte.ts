/* eslint-disable svelte/prefer-svelte-reactivity -- these maps and sets are replaced whole or are no state of the page */
import { adviceFor } from '../../core/errors.js';
import type { StringKey } from '../../core/strings/strings.js';
import type { Outcome, Trouble } from '../../core/contract/outcome.js';

/** A short message in the corner; `undo` where the act can be taken back, `details` where there is something to report. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'calm' | 'trouble';
  readonly undo: (() => void) | null;
  readonly details: string | null;
  readonly offer: ToastOffer | null;
}

/** Something else that a message lets one do. */
export interface ToastOffer {
  readonly label: StringKey;
  readonly run: () => void;
}

/** How long a calm message stays, in ms; longer where it offers something to do. Trouble stays until it is dismissed. */
const stay = { information: 6_000, offer: 10_000 } as const;
const mostShown = 3;

export class Toasts {
  shown = $state.raw<readonly Toast[]>([]);
  /** What an expected trouble says: in English until the window has its language. */
  readonly #says: (trouble: Trouble) => string;
  #next = 1;
  #isHeld = false;
  #timers: ReadonlyMap<number, ReturnType<typeof setTimeout>> = new Map();

  constructor(says: (trouble: Trouble) => string = ({ code, params }) => adviceFor(code, params)) {
    this.#says = says;
  }

  say(text: string, undo: (() => void) | null = null, offer: ToastOffer | null = null): void {
    this.#show({ id: this.#next++, text, tone: 'calm', undo, details: null, offer });
  }

  trouble(text: string, details: string | null = null, offer: ToastOffer | null = null): void {
    if (this.shown.some((toast) => toast.text === text)) return;
    this.#show({ id: this.#next++, text, tone: 'trouble', undo: null, details, offer });
  }

  /** Somebody is reading or stands on a message: none goes away by itself until `release`. */
  hold(): void {
    this.#isHeld = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers = new Map();
  }

  /** The messages go on: each calm one has its whole time again. */
  release(): void {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    for (const toast of this.shown) this.#time(toast);
  }

  /** The value of an answer, or undefined after its advice was shown. */
  valueOf<T>(outcome: Outcome<T>): T | undefined {
    if (outcome.ok) return outcome.value;
    this.trouble(this.#says(outcome), outcome.code);
    return undefined;
  }

  dismiss(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers = new Map([...this.#timers].filter(([other]) => other !== id));
    this.shown = this.shown.filter((toast) => toast.id !== id);
  }

  /** One more; where there is no room the oldest calm one goes first, trouble last. */
  #show(toast: Toast): void {
    if (this.shown.length >= mostShown) {
      const gone = this.shown.find(({ tone }) => tone === 'calm') ?? this.shown[0];
      if (gone) this.dismiss(gone.id);
    }
    this.shown = [...this.shown, toast];
    if (!this.#isHeld) this.#time(toast);
  }

  #time({ id, tone, undo, offer }: Toast): void {
    if (tone === 'trouble') return;
    const timer = setTimeout(() => this.dismiss(id), (undo ?? offer) ? stay.offer : stay.information);
    this.#timers = new Map([...this.#timers, [id, timer]]);
  }
}
