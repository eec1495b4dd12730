/** The regions of the window carry `data-region`, in reading order; hidden ones are not in the page at all. */
export function focusNextRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(here + step + regions.length) % regions.length];
  if (!next) return;
  const entry = next.querySelector<HTMLElement>('[data-region-entry]') ?? next;
  entry.focus();
}
