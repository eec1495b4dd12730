import type { MachineSettings } from '../../core/contract/calls.js';

/** The regions beside the story, in reading order; the story itself is always there. */
export const sideRegions = ['desk', 'list', 'inspector'] as const;
export type SideRegion = (typeof sideRegions)[number];
export type InspectorTab = 'story' | 'related' | 'check' | 'notes' | 'history';

interface Region {
  readonly width: number;
  readonly hidden: boolean;
}

/**
 * Widths in px: as it starts, how far a region may be dragged, and the width of the window under which it no longer
 * stands beside the text but comes over it when it is asked for.
 */
export const regionWidths = {
  desk: { start: 208, least: 160, most: 360, over: 900 },
  list: { start: 320, least: 240, most: 900, over: 680 },
  inspector: { start: 316, least: 260, most: 560, over: 1_100 },
} as const satisfies Record<SideRegion, { start: number; least: number; most: number; over: number }>;

/** The text is never narrower than this, in px, while anything stands beside it. */
const leastText = 420;
/** What the text and a page beside it need together, in px. */
const leastPair = 860;

/** Which regions stand open, how wide, and which tab of the inspector is in front. */
export class Layout {
  regions = $state.raw<Readonly<Record<SideRegion, Region>>>(startRegions({}));
  tab = $state.raw<InspectorTab>('story');
  /** The region that lies over the text, at most one; only where it has no place beside it. */
  over = $state.raw<SideRegion | null>(null);
  /** Something wide stands beside the text: regions give way to it for as long as it does. */
  isPaired = $state.raw(false);
  /** A region that was asked for meanwhile does not give way. */
  #asked = $state.raw<SideRegion | null>(null);
  #windowWidth = $state.raw(Number.POSITIVE_INFINITY);

  /** The widths as they are drawn: what was chosen, less what the text needs. */
  readonly #fitted = $derived.by<Readonly<Record<SideRegion, number>>>(() => {
    const beside = sideRegions.filter((region) => this.isDrawn(region) && !this.isOver(region));
    const wanted = beside.reduce((sum, region) => sum + this.regions[region].width, 0);
    const spare = beside.reduce((sum, region) => sum + this.regions[region].width - regionWidths[region].least, 0);
    const tooMuch = Math.max(0, wanted + leastText - this.#windowWidth);
    const share = spare <= 0 ? 0 : Math.min(1, tooMuch / spare);
    const fit = (region: SideRegion): number => {
      const { width } = this.regions[region];
      return beside.includes(region) ? Math.floor(width - share * (width - regionWidths[region].least)) : width;
    };
    return { desk: fit('desk'), list: fit('list'), inspector: fit('inspector') };
  });

  /** The regions that give way to what stands beside the text, the one that is missed least first. */
  readonly #yielding = $derived.by<readonly SideRegion[]>(() => {
    const gone: SideRegion[] = [];
    if (!this.isPaired) return gone;
    for (const region of ['inspector', 'list', 'desk'] as const) {
      const beside = sideRegions.filter((one) => this.isShown(one) && !this.isOver(one) && !gone.includes(one));
      const taken = beside.reduce((sum, one) => sum + this.regions[one].width, 0);
      if (taken + leastPair > this.#windowWidth && region !== this.#asked) gone.push(region);
    }
    return gone;
  });

  /** Whether a region is drawn now: it is shown and gives way to nothing. */
  isDrawn(region: SideRegion): boolean {
    return this.isShown(region) && !this.#yielding.includes(region);
  }

  /** Starts or ends the time in which regions give way. */
  pair(isPaired: boolean): void {
    this.isPaired = isPaired;
    this.#asked = null;
  }

  restore(saved: MachineSettings['regions']): void {
    this.regions = startRegions(saved);
  }

  /** Follows the window for as long as the page lives; the answer stops it. */
  follow(target: Window): () => void {
    const take = (): void => {
      this.#windowWidth = target.innerWidth;
      if (this.over !== null && !this.isOver(this.over)) this.over = null;
    };
    take();
    target.addEventListener('resize', take);
    return () => {
      target.removeEventListener('resize', take);
    };
  }

  /** Whether the window is too narrow for a region to stand beside the text. */
  isOver(region: SideRegion): boolean {
    return this.#windowWidth < regionWidths[region].over;
  }

  isShown(region: SideRegion): boolean {
    return this.isOver(region) ? this.over === region : !this.regions[region].hidden;
  }

  width(region: SideRegion): number {
    return this.#fitted[region];
  }

  /** Shows or hides a region. What lies over the text is of the moment and is not remembered. */
  toggle(region: SideRegion): void {
    if (this.#yielding.includes(region)) {
      this.#asked = region;
      return;
    }
    if (this.isOver(region)) this.over = this.over === region ? null : region;
    else
      this.regions = { ...this.regions, [region]: { ...this.regions[region], hidden: !this.regions[region].hidden } };
  }

  show(region: SideRegion): void {
    if (!this.isDrawn(region)) this.toggle(region);
  }

  /** The person works in the text again: nothing lies over it. */
  uncover(): void {
    this.over = null;
  }

  showTab(tab: InspectorTab): void {
    this.tab = tab;
    this.show('inspector');
  }

  resize(region: SideRegion, width: number): void {
    const { least, most } = regionWidths[region];
    const kept = Math.round(Math.min(most, Math.max(least, width)));
    this.regions = { ...this.regions, [region]: { ...this.regions[region], width: kept } };
  }
}

function startRegions(saved: MachineSettings['regions']): Record<SideRegion, Region> {
  const region = (name: SideRegion): Region => saved[name] ?? { width: regionWidths[name].start, hidden: false };
  return { desk: region('desk'), list: region('list'), inspector: region('inspector') };
}
