import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { justify } from './justify.ts';
import { stepsOf } from './settings.ts';

const picture = fc.record({ width: fc.integer({ min: 1, max: 4096 }), height: fc.integer({ min: 1, max: 4096 }) });
const options = { width: 1000, targetHeight: 200, gap: 6 };

describe('the grid of pictures', () => {
  it('shows every picture once, in order', () => {
    fc.assert(
      fc.property(fc.array(picture, { maxLength: 80 }), (pictures) => {
        expect(justify(pictures, options).flatMap(({ tiles }) => tiles.map((tile) => tile.picture))).toEqual(pictures);
      }),
    );
  });

  it('fills the width in every row but the last, never higher than the target, never wider than the wall', () => {
    fc.assert(
      fc.property(fc.array(picture, { minLength: 1, maxLength: 80 }), (pictures) => {
        const rows = justify(pictures, options);
        for (const [index, { tiles, height }] of rows.entries()) {
          const width = tiles.reduce((sum, tile) => sum + tile.width, 0) + options.gap * (tiles.length - 1);
          expect(height).toBeLessThanOrEqual(options.targetHeight + 1e-6);
          expect(width).toBeLessThanOrEqual(options.width + 1e-6);
          if (index < rows.length - 1) expect(width).toBeCloseTo(options.width, 3);
        }
      }),
    );
  });

  it('does not blow up a lonely picture', () => {
    expect(justify([{ width: 512, height: 512 }], options)).toEqual([
      { height: 200, tiles: [{ picture: { width: 512, height: 512 }, width: 200 }] },
    ]);
  });
});

describe('the settings of a picture', () => {
  it.each([
    [{ steps: 20 }, 20],
    [{ steps: '20' }, null],
    [null, null],
    ['steps', null],
    [{ steps: -1 }, null],
  ])('%j say %s steps', (settings, steps) => {
    expect(stepsOf(settings)).toBe(steps);
  });
});
