/**
 * The way that an arrow key goes along the line: 1 towards its end, -1 towards its start, whichever side that is where
 * the element stands; undefined for any other key.
 */
export function inlineStep(key: string, element: Element): 1 | -1 | undefined {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const isRtl = getComputedStyle(element).direction === 'rtl';
  return (key === 'ArrowRight') === isRtl ? -1 : 1;
}
