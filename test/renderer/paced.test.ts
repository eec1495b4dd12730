import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Paced } from '../../src/renderer/editor/paced.js';

describe('what is drawn at a pace', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('is drawn once for many keys, and again for those that come later', () => {
    const draw = vi.fn();
    const paced = new Paced(draw);
    for (let key = 0; key < 5; key += 1) paced.touch();
    expect(draw).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(draw).toHaveBeenCalledTimes(1);
    paced.touch();
    vi.advanceTimersByTime(200);
    expect(draw).toHaveBeenCalledTimes(2);
  });

  test('is not drawn after it went away', () => {
    const draw = vi.fn();
    const paced = new Paced(draw);
    paced.touch();
    paced.stop();
    vi.runAllTimers();
    expect(draw).not.toHaveBeenCalled();
  });
});
