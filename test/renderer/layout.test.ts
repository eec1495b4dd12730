import { describe, expect, test } from 'vitest';
import { Layout, sideRegions } from '../../src/renderer/state/layout.svelte.js';

function layoutAt(innerWidth: number): Layout {
  const layout = new Layout();
  layout.follow(Object.assign(new EventTarget(), { innerWidth }) as unknown as Window);
  return layout;
}

/** What is left for the text, in px. */
const textWidth = (layout: Layout, innerWidth: number): number =>
  innerWidth -
  sideRegions
    .filter((region) => layout.isShown(region) && !layout.isOver(region))
    .reduce((sum, region) => sum + layout.width(region), 0);

describe('the regions beside the text', () => {
  test.each([640, 680, 720, 899, 900, 1_000, 1_099, 1_100, 1_280, 1_440])(
    'leave the text 420 px in a window of %i px, however wide they were dragged',
    (width) => {
      const layout = layoutAt(width);
      for (const region of sideRegions) layout.resize(region, 560);
      expect(textWidth(layout, width)).toBeGreaterThanOrEqual(420);
    },
  );

  test('keep the width that was chosen where there is room', () => {
    const layout = layoutAt(1_600);
    layout.resize('list', 400);
    expect(layout.width('list')).toBe(400);
  });

  test('come over the text one at a time in a narrow window, and go when the text is worked in', () => {
    const layout = layoutAt(800);
    expect(sideRegions.filter((region) => layout.isShown(region))).toEqual(['list']);
    layout.toggle('desk');
    layout.showTab('check');
    expect(sideRegions.filter((region) => layout.isShown(region))).toEqual(['list', 'inspector']);
    layout.uncover();
    expect(layout.isShown('inspector')).toBe(false);
    expect(layout.regions.inspector.hidden).toBe(false);
  });
});
