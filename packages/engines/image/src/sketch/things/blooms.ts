import { type Lab, lighter, turned } from '../colour/oklab.ts';
import { ellipse, smooth } from '../raster/path.ts';
import type { Pen } from './pen.ts';

/** What a kind of flower looks like. */
export interface Bloom {
  petal: Lab;
  heart: Lab;
  form: 'daisy' | 'cup' | 'rose' | 'spike' | 'lotus' | 'ball';
}

/** Where a flower head sits, and its radius. */
export interface Head {
  x: number;
  y: number;
  size: number;
}

function daisy(pen: Pen, at: Head, bloom: Bloom): void {
  const petals = 15;
  for (let i = 0; i < petals * 2; i++) {
    const angle = (i / petals) * Math.PI * 2 + (i >= petals ? 0.2 : 0);
    const reach = at.size * (i >= petals ? 0.5 : 0.66);
    const shape = {
      x: at.x + Math.cos(angle) * reach,
      y: at.y + Math.sin(angle) * reach * 0.86,
      rx: at.size * 0.4,
      ry: at.size * 0.15,
      turn: angle,
    };
    pen.dab(shape, lighter(turned(bloom.petal, pen.rng.bell() * 8), pen.rng.bell() * 0.06), Math.sin(angle) * 0.7);
  }
  pen.form(ellipse({ x: at.x, y: at.y, rx: at.size * 0.34, ry: at.size * 0.3 }), bloom.heart, {
    round: at.size * 0.1,
    grain: 0.2,
  });
}

function cup(pen: Pen, at: Head, bloom: Bloom): void {
  const { x, y, size } = at;
  for (const [dx, shade] of [
    [0.34, -0.07],
    [-0.34, -0.04],
    [0, 0.04],
  ] as const) {
    pen.form(
      smooth([
        x + dx * size - size * 0.34,
        y - size * 0.2,
        x + dx * size * 1.5,
        y + size * 0.95,
        x + dx * size + size * 0.34,
        y - size * 0.2,
        x + dx * size * 0.5,
        y - size * 0.72,
      ]),
      lighter(bloom.petal, shade),
      { round: size * 0.13, grain: 0.1 },
    );
  }
}

function rose(pen: Pen, at: Head, bloom: Bloom): void {
  for (let ring = 0; ring < 4; ring++) {
    const count = 8 - ring;
    const reach = at.size * (0.62 - ring * 0.17);
    for (let i = 0; i < count; i++) {
      const angle = (i / count) * Math.PI * 2 + ring * 0.5;
      const r = at.size * (0.46 - ring * 0.07);
      pen.form(
        ellipse({
          x: at.x + Math.cos(angle) * reach,
          y: at.y + Math.sin(angle) * reach * 0.85,
          rx: r,
          ry: r * 0.72,
          turn: angle + Math.PI / 2,
        }),
        lighter(bloom.petal, pen.rng.bell() * 0.04 - ring * 0.025),
        { round: r * 0.3, grain: 0.08 },
      );
    }
  }
}

function spike(pen: Pen, at: Head, bloom: Bloom): void {
  for (let i = 0; i < 44; i++) {
    const t = i / 44;
    const shape = {
      x: at.x + pen.rng.bell() * at.size * 0.3 * (1.1 - t),
      y: at.y - at.size + t * at.size * 2.6,
      rx: at.size * 0.15,
      ry: at.size * 0.11,
    };
    pen.dab(
      shape,
      lighter(turned(bloom.petal, pen.rng.bell() * 12), pen.rng.bell() * 0.07),
      pen.rng.bell() * 0.7 + 0.2,
    );
  }
}

function lotus(pen: Pen, at: Head, bloom: Bloom): void {
  for (const [angle, shade] of [
    [1.25, -0.05],
    [-1.25, -0.05],
    [0.85, -0.02],
    [-0.85, -0.02],
    [0.4, 0.01],
    [-0.4, 0.01],
    [0, 0.04],
  ] as const) {
    const tipX = at.x + Math.sin(angle) * at.size * 1.15;
    const tipY = at.y + Math.cos(angle) * at.size * 1.05;
    const [px, py] = [Math.cos(angle) * at.size * 0.3, -Math.sin(angle) * at.size * 0.3];
    const [mx, my] = [(at.x + tipX) / 2, (at.y + tipY) / 2];
    pen.form(
      smooth([at.x, at.y - at.size * 0.2, mx - px, my - py, tipX, tipY, mx + px, my + py]),
      lighter(bloom.petal, shade),
      { round: at.size * 0.12, grain: 0.06 },
    );
  }
}

function ball(pen: Pen, at: Head, bloom: Bloom): void {
  for (let i = 0; i < 90; i++) {
    const angle = pen.rng.next() * Math.PI * 2;
    const out = Math.sqrt(pen.rng.next());
    const shape = {
      x: at.x + Math.cos(angle) * out * at.size,
      y: at.y + Math.sin(angle) * out * at.size * 0.85,
      rx: at.size * 0.17,
      ry: at.size * 0.14,
    };
    pen.dab(shape, lighter(turned(bloom.petal, pen.rng.bell() * 14), pen.rng.bell() * 0.07), Math.sin(angle) * out);
  }
}

/** How each form of flower head is drawn. */
export const HEADS = { daisy, cup, rose, spike, lotus, ball };
