/** Space to the edge of the window and to the place that a panel belongs to, in px. */
const edge = 8;
const gap = 6;

/**
 * Puts a panel into the top layer beside a place on the screen: nothing of the page cuts it off there. It goes to the
 * other side where there is no room, and never over the edge of the window.
 */
export function showNear(panel: HTMLElement, place: DOMRect, side: 'over' | 'under'): void {
  panel.popover = 'manual';
  if (!panel.matches(':popover-open')) panel.showPopover();
  const { width, height } = panel.getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  const over = place.top - height - gap;
  const under = place.bottom + gap;
  const fitsOver = over >= edge;
  const fitsUnder = under + height <= innerHeight - edge;
  const top = side === 'over' ? (fitsOver ? over : under) : fitsUnder || !fitsOver ? under : over;
  const left = getComputedStyle(panel).direction === 'rtl' ? place.right - width : place.left;
  panel.style.left = `${String(Math.max(edge, Math.min(left, innerWidth - width - edge)))}px`;
  panel.style.top = `${String(Math.max(edge, Math.min(top, innerHeight - height - edge)))}px`;
}

/** Where a piece of the text stands on the screen. */
export function placeOf(
  view: { coordsAtPos(at: number): { left: number; right: number; top: number; bottom: number } },
  from: number,
  to: number,
): DOMRect {
  const start = view.coordsAtPos(from);
  const end = from === to ? start : view.coordsAtPos(to);
  const left = start.top === end.top ? Math.min(start.left, end.left) : start.left;
  return new DOMRect(left, start.top, Math.abs(end.right - start.left), end.bottom - start.top);
}
