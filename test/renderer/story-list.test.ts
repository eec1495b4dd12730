import { describe, expect, test } from 'vitest';
import { pageSize, StoryList } from '../../src/renderer/state/story-list.svelte.js';
import { FakeBridge } from '../builders/fake-bridge.js';

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 0));
const offsets = (bridge: FakeBridge): unknown[] =>
  bridge.names('stories.list').map((input) => (input as { offset: number }).offset);

describe('the story list', () => {
  test('asks for a hundred rows at a time, and only for pages that come into view', async () => {
    const bridge = new FakeBridge({ rows: 100_000 });
    const list = new StoryList(bridge);
    await list.showView('all');
    expect(list.total).toBe(100_000);
    list.show(0, 12);
    list.show(70_000, 70_012);
    await settled();
    list.show(70_000, 70_012);
    await settled();
    expect(offsets(bridge)).toEqual([0, 70_000]);
    expect(list.row(70_005)?.headline).toMatch(/^70005 /);
    expect(list.row(30_000)).toBeUndefined();
  });

  test('keeps a limited number of pages and fetches one again that was dropped', async () => {
    const bridge = new FakeBridge({ rows: 100_000 });
    const list = new StoryList(bridge);
    await list.showView('all');
    for (let page = 1; page <= 40; page += 1) {
      list.show(page * pageSize, page * pageSize + 10);
      await settled();
    }
    expect(list.row(0)).toBeUndefined();
    list.show(0, 10);
    await settled();
    expect(list.row(0)).toBeDefined();
  });

  test('does not let a late answer of an old question replace the new one', async () => {
    const bridge = new FakeBridge();
    const release: (() => void)[] = [];
    const late = new Promise<void>((resolve) => release.push(resolve));
    const call = bridge.call.bind(bridge);
    bridge.call = async (name, input) => {
      const answer = await call(name, input);
      if (name === 'stories.list' && (input as { view?: string }).view === 'spiked') await late;
      return answer;
    };
    const list = new StoryList(bridge);
    const old = list.showView('spiked');
    await list.showView('toReview');
    release[0]?.();
    await old;
    expect(list.row(0)?.state).toBe('submitted');
  });

  test('says in words why it cannot be read, and can try again', async () => {
    const bridge = new FakeBridge();
    bridge.failing.set('stories.list', { ok: false, code: 'call.refused', params: { detail: 'index is being built' } });
    const list = new StoryList(bridge);
    await list.showView('all');
    expect(list.trouble).toMatchObject({
      params: { detail: expect.stringContaining('index is being built') as string },
    });
    bridge.failing.clear();
    await list.refresh();
    expect([list.trouble, list.total > 0]).toEqual([null, true]);
  });
});
