/** Widths in CSS px of the usual phone, tablet and desktop, and of a sheet of A4 at 96 px an inch. */
export const previewWidths = { phone: 390, tablet: 820, desktop: 1_280, print: 794 } as const;
export type PreviewWidth = keyof typeof previewWidths;
export const previewWidthNames = Object.keys(previewWidths) as readonly PreviewWidth[];

/** Under this room in px the page takes the place of the text instead of standing beside it. */
const leastRoom = 780;

/** How the exported page is shown: its width, and beside the text or in its place. */
export class PreviewChoice {
  width = $state.raw<PreviewWidth>('tablet');
  wantsFull = $state.raw(false);
  /** The room of text and page together, px; 0 = not measured yet. */
  room = $state.raw(0);
  readonly canStandBeside = $derived(this.room === 0 || this.room >= leastRoom);
  readonly isFull = $derived(this.wantsFull || !this.canStandBeside);
}
