import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useSlices } from './useSlices.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const turn = () => act(() => void vi.advanceTimersToNextTimer());

describe('chunks that come into the window at once', () => {
  it('are drawn two rows a turn, all of them together, until each is whole', () => {
    const chunks = [12, 3, 7].map((rows) => renderHook(() => useSlices(rows)));
    const drawn = () => chunks.map(({ result }) => result.current);
    let before = 0;
    for (let turns = 0; drawn().join() !== '12,3,7'; turns++) {
      expect(turns).toBeLessThan(13);
      turn();
      const rows = drawn().reduce((sum, one) => sum + one, 0);
      expect(rows - before).toBeLessThanOrEqual(2);
      before = rows;
    }
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leave their turn to the others when they have left the window', () => {
    const [gone, stays] = [12, 4].map((rows) => renderHook(() => useSlices(rows)));
    gone?.unmount();
    turn();
    turn();
    expect(stays?.result.current).toBe(4);
  });
});
