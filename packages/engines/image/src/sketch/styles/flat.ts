import { type Lab, lch, mix, saturated } from '../colour/oklab.ts';
import { ease } from '../layers/sky.ts';
import type { Stage } from '../layers/stage.ts';
import { PLAIN_MANNER } from '../painter/manner.ts';
import { blurred } from '../raster/blur.ts';
import { edgesOf, lightnessOf, recolour, stepped } from './translate.ts';
import type { Style } from './style.ts';

/** Flat inks, graded by wiping the block (bokashi), within a dark key line; the wood shows through. */
export const woodblock: Style = {
  manner: {
    ...PLAIN_MANNER,
    rough: 0.2,
    opacity: 0.92,
    lightJitter: 0.006,
    chromaJitter: 0.005,
    tolerance: 0.022,
    finest: 0.0019,
    stray: 0.1,
  },
  varnish: { relief: 0, grain: 0.5, vignette: 0, margin: 0.03 },
  primer: () => lch(0.9, 0.04, 85),
  translate(stage: Stage): void {
    const { surface, noise, unit } = stage;
    const { width } = surface;
    const edges = edgesOf(surface, Math.max(1, unit * 0.003));
    const sheet = lch(0.9, 0.045, 84);
    recolour(surface, ([lightness, a, b], index) => {
      const x = (index % width) / unit;
      const y = Math.floor(index / width) / unit;
      const wood = noise.fractal(x * 2.2, y * 34 + noise.at(x * 1.4, y * 1.4) * 3, 3) * 0.024;
      const flat = stepped(0.14 + lightness * 0.84, 6, 0.22) + wood;
      const inked: Lab = [flat, a * 1.05, b * 1.05 + 0.01];
      return mix(mix(inked, sheet, 0.13), [0.22, 0.005, -0.03], ease(0.3, 0.58, edges[index]!) * 0.82);
    });
  },
};

/** Sheets of coloured paper, each throwing a soft shadow on the one behind. */
export const papercut: Style = {
  manner: {
    ...PLAIN_MANNER,
    rough: 0.05,
    opacity: 0.96,
    lightJitter: 0.002,
    chromaJitter: 0.002,
    tolerance: 0.014,
    finest: 0.0018,
    stray: 0.1,
  },
  varnish: { relief: 0, grain: 0.55, vignette: 0.1, margin: 0 },
  primer: (stage) => stage.light.horizon,
  translate(stage: Stage): void {
    const { surface, unit } = stage;
    const { width, height } = surface;
    const soft = blurred({ width, height, values: lightnessOf(surface) }, unit * 0.003);
    const levels = Float32Array.from(soft, (value) => stepped(value, 8, 0.06));
    const reach = Math.max(2, Math.round(unit * 0.011));
    const shade = blurred({ width, height, values: levels }, reach, 2);
    recolour(surface, ([, a, b], index) => {
      const level = levels[index]!;
      const from = Math.max(0, index - reach * width - reach);
      const shadow = ease(0.0, 0.1, level - shade[from]!) * 0.12;
      const rim = ease(0.02, 0.09, shade[index]! - level) * 0.035;
      return saturated([0.08 + level * 0.9 - shadow + rim, a, b], 1.12);
    });
  },
};

/** A few quiet planes of colour. */
export const minimal: Style = {
  manner: {
    ...PLAIN_MANNER,
    rough: 0.08,
    opacity: 0.95,
    lightJitter: 0.003,
    chromaJitter: 0.003,
    tolerance: 0.016,
    finest: 0.002,
    stray: 0.1,
  },
  varnish: { relief: 0, grain: 0.3, vignette: 0, margin: 0 },
  primer: (stage) => mix(stage.light.horizon, lch(0.95, 0.01, 85), 0.5),
  translate(stage: Stage): void {
    const { surface, unit } = stage;
    const { width, height } = surface;
    const soft = blurred({ width, height, values: lightnessOf(surface) }, unit * 0.0025);
    recolour(surface, ([, a, b], index) => saturated([0.12 + stepped(soft[index]!, 7, 0.14) * 0.86, a, b], 0.82));
  },
};

/** Large square pixels in a short palette. */
export const pixel: Style = {
  manner: {
    ...PLAIN_MANNER,
    rough: 0,
    opacity: 1,
    lightJitter: 0,
    chromaJitter: 0,
    tolerance: 0.012,
    finest: 0.0024,
    stray: 0,
  },
  varnish: { relief: 0, grain: 0, vignette: 0, margin: 0, blocks: 104 },
  primer: (stage) => stage.light.middle,
  translate(stage: Stage): void {
    recolour(stage.surface, (colour) => saturated(colour, 1.15));
  },
};
