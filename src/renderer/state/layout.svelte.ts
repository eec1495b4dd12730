import type { MachineSettings } from '../../core/contract/calls.js';

/** The regions beside the story, in reading order; the story itself is always there. */
export const sideRegions = ['desk', 'list', 'inspector'] as const;
export type SideRegion = (typeof sideRegions)[number];
export type InspectorTab = 'story' | 'related' | 'check';

interface Region {
  readonly width: number;
  readonly hidden: boolean;
}

/** Widths in px: as it starts, and how far a region may be dragged. */
export const regionWidths = {
  desk: { start: 208, least: 160, most: 360 },
  list: { start: 320, least: 240, most: 560 },
  inspector: { start: 316, least: 260, most: 560 },
} as const satisfies Record<SideRegion, { start: number; least: number; most: number }>;

/** Which regions stand open, how wide, and which tab of the inspector is in front. */
export class Layout {
  regions = $state.raw<Readonly<Record<SideRegion, Region>>>(startRegions({}));
  tab = $state.raw<InspectorTab>('story');

  restore(saved: MachineSettings['regions']): void {
    this.regions = startRegions(saved);
  }

  toggle(region: SideRegion): void {
    this.regions = { ...this.regions, [region]: { ...this.regions[region], hidden: !this.regions[region].hidden } };
  }

  showTab(tab: InspectorTab): void {
    this.tab = tab;
    if (this.regions.inspector.hidden) this.toggle('inspector');
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
