// Functions that Playwright runs in a page. The suite is compiled without a page's types, so what they use of it is
// declared here, for this file alone. Each stands by itself: only its own text reaches the page.

interface PageElement {
  readonly isConnected: boolean;
  readonly clientHeight: number;
  readonly scrollHeight: number;
  scrollTop: number;
  click(): void;
  closest(selector: string): PageElement | null;
  getBoundingClientRect(): {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  readonly children: ArrayLike<PageElement>;
  readonly innerHTML: string;
  readonly textContent: string | null;
  readonly value?: string;
  focus(): void;
  scrollIntoView(options: { block: 'center' }): void;
}
interface TextNode {
  readonly nodeValue: string | null;
}
interface Port {
  onmessage: () => void;
  postMessage(message: null): void;
}
declare const document: {
  readonly activeElement: PageElement | null;
  querySelector(selector: string): PageElement | null;
  elementFromPoint(x: number, y: number): PageElement | null;
  createTreeWalker(root: PageElement, show: number): { nextNode(): TextNode | null };
};
declare const NodeFilter: { readonly SHOW_TEXT: number };
declare const MessageChannel: new () => { readonly port1: Port; readonly port2: Port };
declare function getSelection(): { collapse(node: TextNode, offset: number): void } | null;
declare function requestAnimationFrame(draw: () => void): void;
declare function addEventListener(
  type: 'keydown',
  listen: (event: { readonly timeStamp: number }) => void,
  capture: true,
): void;

/** What a watched page answers: the time of the oldest key that was not asked about, once it is painted. */
interface KeyWatch {
  nextPaint: () => Promise<number>;
}
declare const self: KeyWatch & {
  /** Of a bare editor's page, see `peers/pages/peer.js`; one that draws only what is on screen places its caret itself. */
  readonly peer?: {
    readonly mount: (html: string) => Promise<void>;
    readonly caretToMiddle?: () => void;
    readonly letters?: () => number;
  };
};

/** After each key, the time from its event to the end of the frame that shows it. */
export function watchKeys(): void {
  const painted: number[] = [];
  let waiting: ((time: number) => void) | undefined;
  const tell = (): void => {
    const [first] = painted;
    if (first === undefined || !waiting) return;
    painted.shift();
    waiting(first);
    waiting = undefined;
  };
  self.nextPaint = () =>
    new Promise((resolve) => {
      waiting = resolve;
      tell();
    });
  addEventListener(
    'keydown',
    (event) => {
      requestAnimationFrame(() => {
        // A message is answered after the frame was painted; a timer could be late.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          painted.push(performance.now() - event.timeStamp);
          tell();
        };
        port2.postMessage(null);
      });
    },
    true,
  );
}

export const nextPaint = (): Promise<number> => self.nextPaint();

/** The caret into the middle of the middle block, in sight. */
export async function caretToMiddle(body: PageElement): Promise<void> {
  if (self.peer?.caretToMiddle) {
    self.peer.caretToMiddle();
    await new Promise((settled) => setTimeout(settled, 200));
    return;
  }
  const block = body.children[Math.floor(body.children.length / 2)];
  const text = block && document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
  if (!text) throw new Error('the text has no middle');
  block.scrollIntoView({ block: 'center' });
  body.focus();
  getSelection()?.collapse(text, Math.floor((text.nodeValue?.length ?? 0) / 2));
  await new Promise((settled) => setTimeout(settled, 200));
}

/** Letters of the middle block, or of the whole text where only the editor knows it. */
export function middleLength(body: PageElement): number {
  if (self.peer?.letters) return self.peer.letters();
  return body.children[Math.floor(body.children.length / 2)]?.textContent?.length ?? 0;
}

/** Gives a bare editor its text; answers with the time until it is painted with the caret in it, in ms. */
export async function mountText(html: string): Promise<number> {
  const started = performance.now();
  if (!self.peer) throw new Error('the page has no editor: its script did not run');
  await self.peer.mount(html);
  document.querySelector('[data-bench=body], .ck-content')?.focus();
  await new Promise<void>((painted) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => painted();
      port2.postMessage(null);
    });
  });
  return performance.now() - started;
}

/**
 * Clicks a row of the story list, by its headline or any but `other`; answers with the time until the text that it opens
 * is painted with the caret in it, in ms. `blocks` = how many blocks the text has at least.
 */
export async function openRow(wanted: {
  readonly headline: string | null;
  readonly other: string | null;
  readonly blocks: number;
}): Promise<number> {
  const frame = (): Promise<void> => new Promise((next) => requestAnimationFrame(() => next()));
  const rows = [...(document.querySelector('[role=grid]')?.querySelectorAll('[data-place]') ?? [])];
  const named = (row: PageElement, headline: string): boolean => row.textContent?.includes(headline) === true;
  const row = rows.find((each) =>
    wanted.headline === null ? !named(each, wanted.other ?? '') : named(each, wanted.headline),
  );
  if (!row) throw new Error('the row to open is not in the list');
  const before = document.querySelector('#story-body');
  const started = performance.now();
  row.click();
  for (;;) {
    const body = document.querySelector('#story-body');
    if (body && body !== before && body.children.length >= wanted.blocks) {
      body.focus();
      break;
    }
    if (performance.now() - started > 20_000) throw new Error('the story did not open');
    await frame();
  }
  await new Promise<void>((painted) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => painted();
      port2.postMessage(null);
    });
  });
  return performance.now() - started;
}

/** Scrolls the list to a part of its length; answers with the time until a row there is painted, in ms. */
export async function scrollList(part: number): Promise<number> {
  const grid = document.querySelector('[role=grid]');
  if (!grid) throw new Error('there is no list');
  const box = grid.getBoundingClientRect();
  const started = performance.now();
  grid.scrollTop = part * (grid.scrollHeight - grid.clientHeight);
  for (;;) {
    await new Promise<void>((next) => requestAnimationFrame(() => next()));
    const there = document.elementFromPoint(box.left + 40, box.top + box.height / 2);
    if (there?.closest('[data-place]')?.querySelector('h3')) break;
    if (performance.now() - started > 20_000) throw new Error('no row came');
  }
  await new Promise<void>((painted) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => painted();
    port2.postMessage(null);
  });
  return performance.now() - started;
}

/** The text as it is stored: without the marks that spelling draws. */
export const innerHtml = (body: PageElement): string =>
  body.innerHTML.replace(/<span class="misspelled">([^<]*)<\/span>/gu, '$1');

/** Whether the caret is in the field after the next frame: a story that is still opening may take it elsewhere. */
export async function caretIsShown(field: PageElement): Promise<boolean> {
  await new Promise<void>((painted) => requestAnimationFrame(() => setTimeout(painted)));
  return document.activeElement === field;
}

/** Whether the story on the canvas is the one of this headline. */
export const headlineIs = (headline: string): boolean => document.querySelector('#story-headline')?.value === headline;

interface Observer {
  observe(what: { readonly type: string }): void;
}
declare const PerformanceObserver: new (
  hear: (entries: { getEntries(): readonly { readonly duration: number }[] }) => void,
) => Observer;
declare const copydesk: {
  call(name: string, input: unknown): Promise<{ readonly ok: boolean; readonly value?: unknown }>;
};

/** Keeps the tasks of the page that took 50 ms or more, from now on; `longTasks` gives them and starts anew. */
export function watchLongTasks(): void {
  const kept: number[] = [];
  (self as { longTasks?: () => readonly number[] }).longTasks = () => kept.splice(0);
  new PerformanceObserver((entries) => {
    for (const { duration } of entries.getEntries()) kept.push(duration);
  }).observe({ type: 'longtask' });
}

export const longTasks = (): readonly number[] => (self as { longTasks?: () => readonly number[] }).longTasks?.() ?? [];

/** Imports the file that the next open dialog answers, by the calls that the window makes; answers how many came in. */
export async function importChosen(): Promise<number> {
  const chosen = await copydesk.call('import.choose', { kind: 'files' });
  const { token } = chosen.value as { readonly token: string };
  const run = { files: token, sectionId: null, dryRun: false, rules: [], jobId: 'bench' };
  const outcome = await copydesk.call('import.run', run);
  if (!outcome.ok) throw new Error(`the import failed: ${JSON.stringify(outcome)}`);
  return (outcome.value as { readonly imported: number }).imported;
}
