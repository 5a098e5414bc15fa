import { describe, expect, it } from 'vitest';
import { parseUsageSpan, sumUsage } from './usage.ts';

const now = new Date('2026-11-21T10:00:00Z');

describe('the span of usage', () => {
  it('is the last four weeks unless somebody says otherwise', () => {
    expect(parseUsageSpan({}, now)).toEqual({ from: new Date('2026-10-24T10:00:00Z'), to: now });
    const to = new Date('2026-03-01T00:00:00Z');
    expect(parseUsageSpan({ to }, now)).toEqual({ from: new Date('2026-02-01T00:00:00Z'), to });
  });

  it('goes forwards, and over 400 days at most', () => {
    const days = (count: number) => new Date(now.getTime() - count * 86_400_000);
    expect(parseUsageSpan({ from: days(400) }, now)).toMatchObject({ to: now });
    for (const from of [now, days(401), new Date(now.getTime() + 1), new Date('never')]) {
      expect(parseUsageSpan({ from }, now)).toMatchObject({ code: 'INVALID_INPUT', reason: 'usage.range' });
    }
  });
});

it('usage is the sum of its days', () => {
  const days = [
    { day: '2026-11-20', kind: 'image.upscale', jobs: 2, credits: 4, seconds: 1.5 },
    { day: '2026-11-21', kind: 'image.inpaint', jobs: 1, credits: 0, seconds: 2 },
  ];
  expect(sumUsage({ from: now, to: now }, days)).toMatchObject({ jobs: 3, credits: 4, seconds: 3.5, days });
});
