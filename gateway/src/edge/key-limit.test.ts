import { describe, expect, it } from 'vitest';
import { createKeyLimit } from './key-limit.ts';

describe('the limit of a key', () => {
  it('lets as many requests through in a minute as the key may make, each key for itself', () => {
    let nowMs = 90_000;
    const limit = createKeyLimit(() => nowMs);
    const ask = (id: string) => limit.consume({ id, requestsPerMinute: 3 });

    expect([ask('a'), ask('a'), ask('a')]).toEqual([0, 0, 0]);
    expect(ask('a')).toBe(30_000);
    expect(ask('b')).toBe(0);
    nowMs += 30_000;
    expect(ask('a')).toBe(0);
  });
});
