import { describe, expect, it } from 'vitest';
import { planParts } from './part-plan.ts';

describe('the parts of a file', () => {
  it('cover it from end to end, the last one smaller', () => {
    expect(planParts({ sizeBytes: 25, partSizeBytes: 10, received: [] })).toEqual([
      { number: 1, from: 0, to: 10 },
      { number: 2, from: 10, to: 20 },
      { number: 3, from: 20, to: 25 },
    ]);
  });

  it('that have arrived whole are not sent again', () => {
    const received = [
      { number: 1, sizeBytes: 10 },
      { number: 3, sizeBytes: 4 },
    ];
    expect(planParts({ sizeBytes: 25, partSizeBytes: 10, received }).map(({ number }) => number)).toEqual([2, 3]);
  });
});
