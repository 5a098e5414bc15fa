import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDeadline } from './deadline.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const open = () => openDeadline({ runMs: 60_000, waitMs: 900_000 });

describe('the deadline of an engine', () => {
  it('counts from the call when it says nothing', () => {
    const deadline = open();
    vi.advanceTimersByTime(59_999);
    expect(deadline.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(deadline.signal.reason).toMatchObject({ name: 'TimeoutError' });
  });

  it('counts from when it begins, once it has told that it makes others first', () => {
    const deadline = open();
    deadline.waits(12);
    vi.advanceTimersByTime(600_000);
    deadline.waits(0);
    vi.advanceTimersByTime(59_999);
    expect(deadline.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(deadline.signal.aborted).toBe(true);
  });

  it('bounds the wait, however often it says that others go first', () => {
    const deadline = open();
    for (let minute = 0; minute < 15; minute++) {
      expect(deadline.signal.aborted).toBe(false);
      deadline.waits(20 - minute);
      vi.advanceTimersByTime(60_000);
    }
    expect(deadline.signal.aborted).toBe(true);
  });

  it('is not put off by steps without end', () => {
    const deadline = open();
    for (let step = 0; step < 60; step++) {
      deadline.begins();
      deadline.waits(3);
      vi.advanceTimersByTime(1_000);
    }
    expect(deadline.signal.aborted).toBe(true);
  });

  it('does not pass once the picture is there', () => {
    const deadline = open();
    deadline.end();
    vi.advanceTimersByTime(1_000_000);
    expect(deadline.signal.aborted).toBe(false);
  });
});
