import { type Lab, lch, mix } from '../colour/oklab.ts';
import type { Stage } from '../layers/stage.ts';
import { ease } from '../layers/sky.ts';
import { PLAIN_MANNER } from '../painter/manner.ts';
import { blurred } from '../raster/blur.ts';
import { edgesOf, lightnessOf, recolour, stepped } from './translate.ts';
import type { Style } from './style.ts';

const PAPER: Lab = lch(0.965, 0.012, 88);
const HANJI: Lab = lch(0.93, 0.025, 85);

/** Thin washes on white paper: light comes from the sheet, pigment gathers at the borders of a wash. */
export const watercolour: Style = {
  manner: {
    ...PLAIN_MANNER,
    rough: 0.28,
    opacity: 0.62,
    stretch: 1.9,
    lightJitter: 0.022,
    chromaJitter: 0.016,
    tolerance: 0.045,
    finest: 0.0026,
    stray: 0.8,
  },
  varnish: { relief: 0, grain: 0.75, vignette: 0, margin: 0.035 },
  primer: () => PAPER,
  translate(stage: Stage): void {
    const { surface, noise, unit } = stage;
    const { width, height } = surface;
    const wash = blurred({ width, height, values: lightnessOf(surface) }, unit * 0.012);
    const edges = edgesOf(surface, Math.max(1, unit * 0.003));
    recolour(surface, ([lightness, a, b], index) => {
      const x = (index % width) / unit;
      const y = Math.floor(index / width) / unit;
      const bloom = noise.fractal(x * 3.2, y * 3.2, 5);
      const washed = stepped(lightness * 0.72 + wash[index]! * 0.28 + bloom * 0.07, 8, 0.55);
      const light = 0.33 + 0.67 * Math.max(0, washed) ** 0.85 + bloom * 0.05;
      const dense = 1 + bloom * 0.35;
      const rim = ease(0.18, 0.6, edges[index]!) * 0.07;
      return [Math.min(0.97, light - rim), a * 1.12 * dense, b * 1.12 * dense];
    });
  },
};

/** Ink on mulberry paper: tone for colour, emptiness for mist, one breath of the subject's hue kept. */
export const ink: Style = {
  manner: {
    ...PLAIN_MANNER,
    rough: 0.5,
    opacity: 0.6,
    stretch: 2.3,
    lightJitter: 0.03,
    chromaJitter: 0.002,
    tolerance: 0.05,
    finest: 0.0024,
    stray: 0.5,
  },
  varnish: { relief: 0, grain: 0.6, vignette: 0.12, margin: 0.02 },
  primer: () => HANJI,
  translate(stage: Stage): void {
    const { surface, noise, unit, horizon, light } = stage;
    const { width, height } = surface;
    const soft = blurred({ width, height, values: lightnessOf(surface) }, unit * 0.02);
    const edges = edgesOf(surface, Math.max(1, unit * 0.0024));
    const lift = light.dark ? 0.3 : 0.06;
    recolour(surface, ([lightness, a, b], index) => {
      const x = (index % width) / unit;
      const row = Math.floor(index / width);
      const bleed = noise.fractal(x * 2.4, (row / unit) * 2.4, 5);
      const tone = stepped(Math.max(0, lightness * 0.75 + soft[index]! * 0.25 + lift + bleed * 0.09), 7, 0.7);
      const line = ease(0.16, 0.55, edges[index]!) * 0.24;
      const mist = ease(0.3, 0.9, 1 - Math.abs(row - horizon * 1.02) / (unit * 0.2)) * 0.3;
      const foot = ease(height * 0.86, height * 1.02, row) * 0.8;
      const value = Math.min(1, ease(0.18, 0.86, tone) * 0.86 + 0.1);
      const stroke: Lab = [value * HANJI[0] - line, HANJI[1] * value + a * 0.34, HANJI[2] * value + b * 0.34];
      return mix(stroke, HANJI, Math.min(1, Math.max(0, mist + foot + bleed * 0.1)));
    });
  },
};
