import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Outcome } from '../../src/core/contract/outcome.js';
import type { Story } from '../../src/core/story/story.js';
import { Autosave } from '../../src/renderer/state/autosave.svelte.js';
import { sampleNewsroom } from '../builders/sample-newsroom.js';

const [story] = sampleNewsroom(new Date('2026-11-24T12:00:00Z')).stories as [Story];
const sha = (letter: string): string => letter.repeat(64);
const at = '2026-11-24T12:00:00.000Z';

interface Waiting {
  readonly kind: 'draft' | 'save';
  readonly text: string;
  readonly base: string;
  readonly answer: (outcome: Outcome<never> | 'ok') => void;
}

/** A library that answers when the test says so. */
function slowLibrary() {
  const waiting: Waiting[] = [];
  const page = { headline: 'start', snapshots: 0 };
  const ask = <T>(kind: Waiting['kind'], sent: Story, base: string, value: T): Promise<Outcome<T>> =>
    new Promise((resolve) => {
      const answer = (outcome: Outcome<never> | 'ok'): void =>
        resolve(outcome === 'ok' ? { ok: true, value } : outcome);
      waiting.push({ kind, text: sent.headline, base, answer });
    });
  const autosave = new Autosave(
    {
      snapshot: () => {
        page.snapshots += 1;
        return { ...story, headline: page.headline };
      },
      keepDraft: (sent, base) => ask('draft', sent, base, { keptAt: at }),
      save: (sent, base) => ask('save', sent, base, { revision: 2, sha256: sha('b'), savedAt: at }),
    },
    sha('a'),
  );
  const type = (text: string): void => {
    page.headline = text;
    autosave.touched();
  };
  const answer = async (outcome: Outcome<never> | 'ok' = 'ok'): Promise<void> => {
    waiting.shift()?.answer(outcome);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { autosave, waiting, type, answer, page };
}

const full: Outcome<never> = { ok: false, code: 'store.write-failed', params: { detail: 'disk full' } };
const elsewhere: Outcome<never> = { ok: false, code: 'story.changed-elsewhere', params: {} };

describe('autosave', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('keeps a draft half a second after the last key, and reads the story only then', async () => {
    const { autosave, waiting, type, page } = slowLibrary();
    for (const text of ['a', 'ab', 'abc']) {
      type(text);
      await vi.advanceTimersByTimeAsync(400);
    }
    expect([waiting.length, page.snapshots]).toEqual([0, 0]);
    await vi.advanceTimersByTimeAsync(100);
    expect(waiting.map(({ kind, text }) => [kind, text])).toEqual([['draft', 'abc']]);
    expect(autosave.status.kind).toBe('dirty');
  });

  test('keeps a draft at the latest two seconds after the first key of a long run of typing', async () => {
    const { waiting, type } = slowLibrary();
    for (let key = 0; key < 11; key += 1) {
      type(String(key));
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(waiting.map(({ kind }) => kind)).toEqual(['draft']);
  });

  test('says that something is kept or saved only after the library said so', async () => {
    const { autosave, type, answer } = slowLibrary();
    type('a');
    await vi.advanceTimersByTimeAsync(500);
    expect(autosave.status.kind).toBe('dirty');
    await answer();
    expect(autosave.status).toEqual({ kind: 'draftKept', at });
    void autosave.flushSave();
    await vi.advanceTimersByTimeAsync(0);
    expect(autosave.status.kind).toBe('saving');
    await answer();
    expect(autosave.status).toEqual({ kind: 'saved', at });
    expect(autosave.hasUnsavedWork).toBe(false);
  });

  test('makes a saved state after thirty seconds without a key', async () => {
    const { waiting, type, answer } = slowLibrary();
    type('a');
    await vi.advanceTimersByTimeAsync(500);
    await answer();
    await vi.advanceTimersByTimeAsync(29_000);
    expect(waiting).toEqual([]);
    await vi.advanceTimersByTimeAsync(500);
    expect(waiting.map(({ kind }) => kind)).toEqual(['save']);
  });

  test('never has two saves on the way, and the second one builds on the first', async () => {
    const { autosave, waiting, type, answer } = slowLibrary();
    type('a');
    void autosave.flushSave();
    await vi.advanceTimersByTimeAsync(0);
    type('ab');
    void autosave.flushSave();
    await vi.advanceTimersByTimeAsync(0);
    expect(waiting.map(({ text, base }) => [text, base])).toEqual([['a', sha('a')]]);
    await answer();
    expect(waiting.map(({ text, base }) => [text, base])).toEqual([['ab', sha('b')]]);
  });

  test('does not call text saved that was typed while the save was on its way', async () => {
    const { autosave, type, answer } = slowLibrary();
    type('a');
    void autosave.flushSave();
    await vi.advanceTimersByTimeAsync(0);
    type('ab');
    await answer();
    expect(autosave.status.kind).toBe('dirty');
    expect(autosave.hasUnsavedWork).toBe(true);
  });

  test('says NOT saved with the reason, and tries again by itself with longer waits', async () => {
    const { autosave, waiting, type, answer } = slowLibrary();
    type('a');
    const result = autosave.flushSave();
    await vi.advanceTimersByTimeAsync(0);
    await answer(full);
    expect(await result).toBe(false);
    expect(autosave.status).toMatchObject({ kind: 'failed', trouble: { code: 'store.write-failed' } });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(waiting.map(({ kind }) => kind)).toEqual(['save']);
    await answer(full);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(waiting).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    await answer();
    expect(autosave.status.kind).toBe('saved');
  });

  test('stops saving over another writer, but goes on keeping drafts, until the person has chosen', async () => {
    const { autosave, waiting, type, answer } = slowLibrary();
    type('a');
    void autosave.flushSave();
    await vi.advanceTimersByTimeAsync(0);
    await answer(elsewhere);
    expect(autosave.status.kind).toBe('conflict');
    type('ab');
    await vi.advanceTimersByTimeAsync(500);
    expect(waiting.map(({ kind }) => kind)).toEqual(['draft']);
    await answer();
    expect(autosave.status.kind).toBe('conflict');
    void autosave.flushSave();
    await vi.advanceTimersByTimeAsync(0);
    expect(waiting).toEqual([]);
    autosave.rebase(sha('c'));
    void autosave.flushSave();
    await vi.advanceTimersByTimeAsync(0);
    expect(waiting.map(({ kind, base }) => [kind, base])).toEqual([['save', sha('c')]]);
  });

  test('asks nothing for a story that was not changed', async () => {
    const { autosave, waiting } = slowLibrary();
    expect(await autosave.flushSave()).toBe(true);
    expect(await autosave.flushDraft()).toBe(true);
    expect(waiting).toEqual([]);
  });

  test('is silent once the story is closed', async () => {
    const { autosave, waiting, type } = slowLibrary();
    type('a');
    autosave.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(waiting).toEqual([]);
  });
});
