import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Toasts } from '../../src/renderer/state/toasts.svelte.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const texts = (toasts: Toasts): readonly string[] => toasts.shown.map(({ text }) => text);

describe('messages', () => {
  test('are at most three; the oldest calm one makes room, trouble stays', () => {
    const toasts = new Toasts();
    toasts.trouble('Trouble');
    for (const text of ['One', 'Two', 'Three']) toasts.say(text);
    expect(texts(toasts)).toEqual(['Trouble', 'Two', 'Three']);
  });

  test('that inform go after six seconds, those with an undo after ten, trouble never by itself', () => {
    const toasts = new Toasts();
    toasts.trouble('Trouble');
    toasts.say('Undo me', () => undefined);
    toasts.say('Said');
    vi.advanceTimersByTime(6_000);
    expect(texts(toasts)).toEqual(['Trouble', 'Undo me']);
    vi.advanceTimersByTime(60_000);
    expect(texts(toasts)).toEqual(['Trouble']);
  });

  test('wait while somebody reads them, and have their whole time again afterwards', () => {
    const toasts = new Toasts();
    toasts.say('Said');
    vi.advanceTimersByTime(5_000);
    toasts.hold();
    toasts.say('Said meanwhile');
    vi.advanceTimersByTime(60_000);
    expect(texts(toasts)).toEqual(['Said', 'Said meanwhile']);
    toasts.release();
    vi.advanceTimersByTime(5_999);
    expect(texts(toasts)).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(texts(toasts)).toEqual([]);
  });
});
