import { describe, expect, it } from 'vitest';
import { closerByWheel, driftOf, middleOf, partAt, zoomWithin } from './zoom.ts';

/** A picture in the middle of a window of 1000 by 600, and the same three times as large, scrolled to its corner. */
const WHOLE = { left: 100, top: 0, width: 800, height: 600 };
const LARGE = { left: 0, top: 0, width: 2_400, height: 1_800 };

describe('a picture that one comes closer to', () => {
  it.each([
    ['in its middle', { x: 500, y: 300 }, { x: 700, y: 600 }],
    ['at its corner', { x: 100, y: 0 }, { x: -100, y: 0 }],
    ['at some place', { x: 300, y: 450 }, { x: 300, y: 900 }],
  ])('is scrolled so that what lay %s stays where it was', (_, point, drift) => {
    expect(driftOf(partAt(point, WHOLE), point, LARGE)).toEqual(drift);
    const scrolled = { ...LARGE, left: LARGE.left - drift.x, top: LARGE.top - drift.y };
    expect(partAt(point, scrolled).x).toBeCloseTo(partAt(point, WHOLE).x);
    expect(partAt(point, scrolled).y).toBeCloseTo(partAt(point, WHOLE).y);
  });

  it('comes by its edge where the pointer is beside it', () => {
    expect(partAt({ x: 20, y: 700 }, WHOLE)).toEqual({ x: 0, y: 1 });
  });

  it('has a middle, also before it is laid out', () => {
    expect(middleOf(WHOLE)).toEqual({ x: 500, y: 300 });
    expect(partAt({ x: 0, y: 0 }, { left: 0, top: 0, width: 0, height: 0 })).toEqual({ x: 0.5, y: 0.5 });
  });

  it('is never smaller than the window, nor closer than makes sense', () => {
    expect([0.2, 3, 99].map(zoomWithin)).toEqual([1, 3, 8]);
  });
});

describe('a wheel', () => {
  const turn = (deltaY: number, rest: { deltaMode?: number; ctrlKey?: boolean } = {}) =>
    closerByWheel({ deltaY, deltaMode: 0, ctrlKey: false, ...rest });

  it('leads closer when it is turned away, and back by the same', () => {
    expect(turn(-100)).toBeCloseTo(1.149, 3);
    expect(turn(-100) * turn(100)).toBeCloseTo(1);
  });

  it('leads as far by lines as by pixels', () => {
    expect(turn(-3, { deltaMode: 1 })).toBeCloseTo(turn(-75), 1);
  });

  it('follows two fingers, whose steps are small, and no notch of a mouse leaps', () => {
    expect(turn(-4, { ctrlKey: true })).toBeCloseTo(1.057, 3);
    expect(turn(-100, { ctrlKey: true })).toBeCloseTo(2 ** 0.5);
    expect(turn(-1, { deltaMode: 2 })).toBeCloseTo(2 ** 0.5);
  });
});
