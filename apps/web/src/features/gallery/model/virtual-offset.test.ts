import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { follow, RUNWAY_MAX, runwayOf, scrollTopOf } from './virtual-offset.ts';
import type { Scrolled } from './virtual-offset.ts';

const huge = { total: 60_000_000, view: 900 };
const track = runwayOf(huge) - huge.view;

describe('a wall higher than a browser can scroll', () => {
  it('moves pixel by pixel with small steps, wherever it stands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 59_000_000 }), fc.integer({ min: -900, max: 900 }), (offset, step) => {
        const before = { offset, scrollTop: scrollTopOf(offset, huge) };
        fc.pre(before.scrollTop + step > 0 && before.scrollTop + step < track);
        expect(follow(before, { ...huge, scrollTop: before.scrollTop + step }).offset).toBe(offset + step);
      }),
    );
  });

  it('reaches both ends by small steps alone, and never ends before', () => {
    let now: Scrolled = { offset: 3_000, scrollTop: scrollTopOf(3_000, huge) };
    for (let steps = 0; now.offset > 0; steps++) {
      expect(steps).toBeLessThan(100);
      now = follow(now, { ...huge, scrollTop: Math.max(0, now.scrollTop - 100) });
    }
    expect(now).toEqual({ offset: 0, scrollTop: 0 });
    const end = huge.total - huge.view;
    now = { offset: end - 3_000, scrollTop: scrollTopOf(end - 3_000, huge) };
    for (let steps = 0; now.offset < end; steps++) {
      expect(steps).toBeLessThan(100);
      now = follow(now, { ...huge, scrollTop: Math.min(track, now.scrollTop + 100) });
    }
    expect(now).toEqual({ offset: end, scrollTop: track });
  });

  it('goes anywhere when the scroll bar is pulled', () => {
    const start = { offset: 0, scrollTop: 0 };
    expect(follow(start, { ...huge, scrollTop: track / 2 }).offset).toBeCloseTo((huge.total - huge.view) / 2, 0);
    expect(follow(start, { ...huge, scrollTop: track }).offset).toBe(huge.total - huge.view);
  });
});

it('a wall that fits scrolls as any page', () => {
  const small = { total: RUNWAY_MAX, view: 900 };
  expect(follow({ offset: 0, scrollTop: 0 }, { ...small, scrollTop: 77_000 })).toEqual({
    offset: 77_000,
    scrollTop: 77_000,
  });
  expect(scrollTopOf(5, small)).toBe(5);
});
