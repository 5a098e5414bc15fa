import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dabsBetween, DABS_MAX, drawDabs, isPainted, moveBrush, parseDabs, withDabs } from './mask.ts';
import type { Dab } from './mask.ts';

const dab = (parts: Partial<Dab> = {}): Dab => ({ x: 0.5, y: 0.5, radius: 0.05, erases: false, ...parts });

describe('a mask', () => {
  it('has no gaps along a stroke, and ends where the stroke ends', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, share, (x, y, toX, toY) => {
        const [from, to] = [dab({ x, y }), dab({ x: toX, y: toY })];
        const dabs = dabsBetween(from, to);
        const path = [from, ...dabs];
        for (const [index, one] of dabs.entries())
          expect(Math.hypot(one.x - path[index]!.x, one.y - path[index]!.y)).toBeLessThanOrEqual(one.radius * 0.5);
        expect(dabs.at(-1)).toMatchObject({ x: expect.closeTo(toX) as number, y: expect.closeTo(toY) as number });
      }),
    );
  });

  it('comes back from storage as it was; what can’t be a touch is left out', () => {
    const kept = [dab(), dab({ erases: true })];
    expect(parseDabs(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    expect(parseDabs([{ x: 2, y: 0, radius: 0.1 }, null, 'dab', { x: '0' }])).toEqual([]);
    expect(
      withDabs(
        Array.from({ length: DABS_MAX }, () => dab()),
        [dab({ x: 0 })],
      ),
    ).toHaveLength(DABS_MAX);
  });

  it('is empty when all there is was rubbed out', () => {
    expect([isPainted([]), isPainted([dab({ erases: true })]), isPainted([dab()])]).toEqual([false, false, true]);
  });

  it('is painted without a pointer: arrows move the brush, within the picture', () => {
    expect(moveBrush({ x: 0.5, y: 0.5 }, 'ArrowLeft', false)).toEqual({ x: 0.48, y: 0.5 });
    expect(moveBrush({ x: 0.5, y: 0.95 }, 'ArrowDown', true)).toEqual({ x: 0.5, y: 1 });
    expect(moveBrush({ x: 0.5, y: 0.5 }, 'a', false)).toBeNull();
  });

  it('is drawn in the size of the picture, and what rubs out takes away', () => {
    const calls: unknown[] = [];
    const pen = {
      fillStyle: '',
      globalCompositeOperation: 'source-over' as GlobalCompositeOperation,
      clearRect: () => calls.push('clear'),
      beginPath: () => undefined,
      arc: (...at: number[]) => calls.push([pen.globalCompositeOperation, ...at.slice(0, 3)]),
      fill: () => undefined,
    };
    drawDabs(pen, [dab(), dab({ x: 0, erases: true })], { width: 200, height: 100, colour: '#fff' });
    expect(calls).toEqual(['clear', ['source-over', 100, 50, 5], ['destination-out', 0, 50, 5]]);
  });
});
