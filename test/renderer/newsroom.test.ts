import { describe, expect, test } from 'vitest';
import type { Story } from '../../src/core/story/story.js';
import { App } from '../../src/renderer/state/app.svelte.js';
import type { Newsroom } from '../../src/renderer/state/newsroom.svelte.js';
import { FakeBridge } from '../builders/fake-bridge.js';
import type { FakeOptions } from '../builders/fake-desk.js';

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 20));
const elsewhere = { ok: false, code: 'story.changed-elsewhere', params: {} } as const;

async function openNewsroom(options: FakeOptions = {}): Promise<{ bridge: FakeBridge; newsroom: Newsroom }> {
  const bridge = new FakeBridge(options);
  const app = new App(bridge, 'en-GB');
  await app.start();
  await settled();
  if (!app.newsroom?.open) throw new Error('no story was opened');
  return { bridge, newsroom: app.newsroom };
}

const saved = (bridge: FakeBridge): readonly Story[] =>
  bridge.names('story.save').map((input) => (input as { story: Story }).story);

/** The headline was changed here while somebody else saved the story. */
async function inConflict() {
  const { bridge, newsroom } = await openNewsroom();
  newsroom.open?.change({ headline: 'Mine' });
  bridge.failing.set('story.save', elsewhere);
  await newsroom.open?.autosave.flushSave();
  bridge.failing.clear();
  bridge.revision = 9;
  return { bridge, newsroom };
}

describe('a story that somebody else saved meanwhile', () => {
  test('is saved over on request, on top of the other state', async () => {
    const { bridge, newsroom } = await inConflict();
    await newsroom.settleConflict('mine');
    expect(bridge.names('story.save').at(-1)).toMatchObject({
      story: { headline: 'Mine' },
      expectedSha256: '9'.padStart(64, '0'),
    });
    expect(newsroom.open?.autosave.status.kind).toBe('saved');
  });

  test('is taken as the other left it on request', async () => {
    const { bridge, newsroom } = await inConflict();
    const before = saved(bridge).length;
    await newsroom.settleConflict('theirs');
    expect(newsroom.open?.story.headline).toMatch(/^Ukraine/);
    expect(saved(bridge)).toHaveLength(before);
  });

  test('becomes two stories on request: ours under a name that says so', async () => {
    const { bridge, newsroom } = await inConflict();
    const theirs = newsroom.open?.id;
    await newsroom.settleConflict('both');
    const copy = saved(bridge).at(-1);
    expect(copy?.headline).toBe('Copy of Mine');
    expect(copy?.id).not.toBe(theirs);
    expect(newsroom.open?.id).toBe(theirs);
  });

  test('is shown anew by itself only where nothing was changed here', async () => {
    const { bridge, newsroom } = await openNewsroom();
    const { open } = newsroom;
    if (!open) return;
    bridge.revision += 1;
    bridge.stories.set(open.id, { ...open.story, headline: 'Theirs' });
    open.change({ dek: 'Typed here' });
    await newsroom.changedElsewhere([open.id]);
    expect(newsroom.open).toBe(open);
    open.autosave.stop();
    const second = await openNewsroom();
    const clean = second.newsroom.open;
    if (!clean) return;
    second.bridge.revision += 1;
    second.bridge.stories.set(clean.id, { ...clean.story, headline: 'Theirs' });
    await second.newsroom.changedElsewhere([clean.id]);
    expect(second.newsroom.open?.story.headline).toBe('Theirs');
  });
});

describe('stories that are opened in haste', () => {
  /** The answers to `story.open`, held back until they are let go, in whatever order. */
  async function heldBack() {
    const { bridge, newsroom } = await openNewsroom();
    const answer = bridge.call.bind(bridge);
    const waiting: (() => void)[] = [];
    bridge.call = (async (...asked: Parameters<typeof answer>) => {
      if (asked[0] === 'story.open') await new Promise<void>((go) => waiting.push(go));
      return answer(...asked);
    }) as typeof bridge.call;
    const others = [...bridge.stories.keys()].filter((id) => id !== newsroom.open?.id);
    return { newsroom, waiting, others };
  }

  test('leave the last one on the canvas, though an earlier one comes later', async () => {
    const { newsroom, waiting, others } = await heldBack();
    const [first, last] = others;
    if (!first || !last) throw new Error('too few stories');
    const opened = [newsroom.openStory(first), newsroom.openStory(last)];
    await settled();
    waiting[1]?.();
    await settled();
    waiting[0]?.();
    await Promise.all(opened);
    expect([newsroom.open?.id, newsroom.isOpening]).toEqual([last, false]);
  });

  test('are asked for once: a second click on the same row changes nothing that was done meanwhile', async () => {
    const { newsroom, waiting, others } = await heldBack();
    const [id] = others;
    if (!id) throw new Error('too few stories');
    const opened = [newsroom.openStory(id), newsroom.openStory(id)];
    await settled();
    waiting[0]?.();
    await Promise.all(opened);
    expect([waiting.length, newsroom.open?.id]).toEqual([1, id]);
  });

  test('stay closed where the person went back to the one that is open', async () => {
    const { newsroom, waiting, others } = await heldBack();
    const before = newsroom.open;
    const [id] = others;
    if (!id || !before) throw new Error('too few stories');
    const opened = newsroom.openStory(id);
    await settled();
    await newsroom.openStory(before.id);
    waiting[0]?.();
    await opened;
    expect(newsroom.open).toBe(before);
  });
});

describe('the next move', () => {
  test('is to approve a story in review, and to publish an approved one', async () => {
    const { newsroom } = await openNewsroom();
    expect(newsroom.moves.next).toBe('approve');
    await newsroom.moves.make('approve', '');
    expect(newsroom.moves.next).toBe('publish');
  });

  test('keeps the text that is in the editor: a move never opens the story anew', async () => {
    const { newsroom } = await openNewsroom();
    const { desk } = newsroom;
    await newsroom.moves.make('approve', '');
    expect(newsroom.desk).toBe(desk);
    expect(desk?.open.story.state).toBe('approved');
  });

  test('takes nothing back that was written while its answer was on the way', async () => {
    const { newsroom } = await openNewsroom();
    const open = newsroom.open;
    const moved = newsroom.moves.make('approve', '');
    await Promise.resolve();
    open?.change({ dek: 'Typed meanwhile.' });
    await moved;
    expect([open?.story.state, open?.story.dek]).toEqual(['approved', 'Typed meanwhile.']);
    await open?.autosave.flushSave();
    expect(open?.autosave.status.kind).toBe('saved');
  });

  test('is none in a library that is for reading only', async () => {
    const { newsroom } = await openNewsroom({ readOnly: true });
    expect([newsroom.moves.next, newsroom.moves.open]).toEqual([null, []]);
  });
});

describe('a story whose file is damaged', () => {
  async function openDamaged() {
    const bridge = new FakeBridge({ damaged: true });
    const app = new App(bridge, 'en-GB');
    await app.start();
    await settled();
    if (!app.newsroom) throw new Error('no newsroom was opened');
    return { app, bridge, newsroom: app.newsroom };
  }

  test('is named in the place of the text, without a toast, and another story opens as ever', async () => {
    const { app, newsroom } = await openDamaged();
    expect(newsroom.desk).toBeNull();
    expect(newsroom.damaged).toMatchObject({ code: 'store.damaged', isLost: false });
    expect(app.toasts.shown).toEqual([]);
    const other = newsroom.list.row(1)?.id;
    if (other) await newsroom.openStory(other);
    expect([newsroom.open?.id, newsroom.damaged]).toEqual([other, null]);
  });

  test('is open again after its newest good version was recovered', async () => {
    const { newsroom } = await openDamaged();
    const id = newsroom.damaged?.id;
    await newsroom.recoverDamaged();
    expect([newsroom.open?.id, newsroom.damaged]).toEqual([id, null]);
  });

  test('says so where no earlier version is whole', async () => {
    const { bridge, newsroom } = await openDamaged();
    bridge.failing.set('story.recoverDamaged', {
      ok: false,
      code: 'store.damaged',
      params: { detail: 'and it has no earlier version' },
    });
    await newsroom.recoverDamaged();
    expect(newsroom.damaged?.isLost).toBe(true);
  });
});
