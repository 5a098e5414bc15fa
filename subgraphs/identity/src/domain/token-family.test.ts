import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRACE_MS, isDueForRotation, judgeToken } from './token-family.ts';

const at = (ms: number) => new Date(Date.UTC(2026, 0, 1) + ms);
const never = { confirmedAt: null, rotatedAt: null, supersededAt: null, createdAt: at(0) };

describe('a session token', () => {
  it('counts while nothing has taken its place', () => {
    expect(judgeToken(never, at(1e9))).toBe('current');
  });

  it('counts for a grace once the next one is in use, and without an end until then', () => {
    const before = { ...never, rotatedAt: at(100), supersededAt: at(100) };

    expect(judgeToken(before, at(1e9))).toBe('recent');
    expect(judgeToken({ ...before, confirmedAt: at(200) }, at(200 + GRACE_MS))).toBe('recent');
    expect(judgeToken({ ...before, confirmedAt: at(200) }, at(201 + GRACE_MS))).toBe('replayed');
  });

  it('that two others have replaced is a copy, at whatever moment it is used', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e9), fc.option(fc.nat(1e9)), (supersededMs, laterMs, confirmedMs) => {
        const rotatedAt = at(supersededMs + laterMs + 1);
        const confirmedAt = confirmedMs === null ? null : at(confirmedMs);
        const token = { ...never, supersededAt: at(supersededMs), rotatedAt, confirmedAt };
        expect(judgeToken(token, at(supersededMs + laterMs + 2))).toBe('replayed');
      }),
    );
  });

  it('is replaced when it has been in use long enough, and only the current one', () => {
    const due = (token: Partial<typeof never>, nowMs: number) =>
      isDueForRotation({ ...never, ...token } as typeof never, { now: at(nowMs), afterMs: 600 });

    expect([due({}, 599), due({}, 600)]).toEqual([false, true]);
    expect(isDueForRotation({ ...never, rotatedAt: at(500) }, { now: at(1_000), afterMs: 600 })).toBe(false);
    expect(isDueForRotation({ ...never, supersededAt: at(1) }, { now: at(1e6), afterMs: 600 })).toBe(false);
  });
});
