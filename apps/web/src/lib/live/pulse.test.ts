import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPulse } from './pulse.ts';

describe('the pulse of the live connection', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('closes a socket that does not answer, so that a new one is opened', () => {
    const close = vi.fn();
    const pulse = createPulse({ answerWithinMs: 5_000 });
    pulse.watch({ close });
    pulse.asked();
    vi.advanceTimersByTime(4_999);
    expect(close).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(close).toHaveBeenCalledWith(4408, expect.any(String));
  });

  it('leaves one alone that answers', () => {
    const close = vi.fn();
    const pulse = createPulse({ answerWithinMs: 5_000 });
    pulse.watch({ close });
    pulse.asked();
    pulse.answered();
    vi.advanceTimersByTime(60_000);
    expect(close).not.toHaveBeenCalled();
  });
});
