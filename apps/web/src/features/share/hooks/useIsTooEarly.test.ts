import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useIsTooEarly } from './useIsTooEarly.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a link that was tried too often can be tried again when the time it named has passed, and not before', () => {
  const first = { code: 'RATE_LIMITED', retryAfterMs: 5_000 };
  const { result, rerender } = renderHook(useIsTooEarly, { initialProps: first });
  act(() => void vi.advanceTimersByTime(4_999));
  expect(result.current).toBe(true);
  act(() => void vi.advanceTimersByTime(1));
  expect(result.current).toBe(false);
  rerender({ ...first });
  expect(result.current).toBe(true);
});

it('a wrong password can be followed by another at once', () => {
  expect(renderHook(useIsTooEarly, { initialProps: { code: 'FORBIDDEN' } }).result.current).toBe(false);
});
