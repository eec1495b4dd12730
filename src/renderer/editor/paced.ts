/** How often a figure that changes with every key is drawn anew, in ms. */
const pace = 200;

/**
 * Draws what changes with every key a moment later, and not once for each: a status line that changed in the same frame
 * as the letter would have the whole window laid out a second time before that letter can be seen.
 */
export class Paced {
  readonly #draw: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(draw: () => void) {
    this.#draw = draw;
  }

  touch(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#draw();
    }, pace);
  }

  /** What it draws is going away. */
  stop(): void {
    clearTimeout(this.#timer);
  }
}
