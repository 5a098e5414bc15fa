import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from './lay-out.ts';

const picture = fc.record({ width: fc.integer({ min: 300, max: 2048 }), height: fc.integer({ min: 300, max: 2048 }) });
const options = { width: 1200, targetHeight: 220, gap: 6 };

describe('a chunk of the wall', () => {
  it('shows every picture once, in order, row under row', () => {
    fc.assert(
      fc.property(fc.array(picture, { minLength: 1, maxLength: 60 }), fc.boolean(), (pictures, isLast) => {
        const { rows, height } = layOut(pictures, { ...options, isLast });
        expect(rows.flatMap(({ tiles }) => tiles.map((tile) => tile.picture))).toEqual(pictures);
        let bottom = 0;
        for (const row of rows) {
          expect(row.top).toBeCloseTo(bottom, 6);
          bottom = row.top + row.height + options.gap;
          const width = row.tiles.reduce((sum, tile) => sum + tile.width, 0) + options.gap * (row.tiles.length - 1);
          expect(width).toBeLessThanOrEqual(options.width + 1e-6);
        }
        expect(height).toBeCloseTo(bottom, 6);
      }),
    );
  });

  it('leaves no gap at its end when the month goes on', () => {
    const pictures = Array.from({ length: 60 }, (_, at) => ({
      width: at % 2 ? 1216 : 832,
      height: at % 2 ? 832 : 1216,
    }));
    const last = layOut(pictures, { ...options, isLast: false }).rows.at(-1);
    const width = (last?.tiles ?? []).reduce((sum, tile) => sum + tile.width + options.gap, -options.gap);
    expect(width).toBeCloseTo(options.width, 3);
  });
});
