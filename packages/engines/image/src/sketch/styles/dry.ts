import { type Lab, lch, mix, saturated } from '../colour/oklab.ts';
import { ease } from '../layers/sky.ts';
import type { Stage } from '../layers/stage.ts';
import { PLAIN_MANNER } from '../painter/manner.ts';
import { edgesOf, recolour } from './translate.ts';
import type { Style } from './style.ts';

const SKETCHBOOK: Lab = lch(0.94, 0.014, 88);

/** Layers of hatching, one direction after the other as the tone deepens, and a searching outline. */
export const pencil: Style = {
  manner: {
    ...PLAIN_MANNER,
    rough: 0.6,
    opacity: 0.8,
    stretch: 3,
    lightJitter: 0.01,
    chromaJitter: 0,
    tolerance: 0.02,
    finest: 0.0019,
    stray: 0.1,
    hatch: -0.9,
  },
  varnish: { relief: 0, grain: 0.8, vignette: 0.05, margin: 0.025 },
  primer: () => SKETCHBOOK,
  translate(stage: Stage): void {
    const { surface, noise, unit, light } = stage;
    const { width } = surface;
    const edges = edgesOf(surface, Math.max(1, unit * 0.002));
    const lift = light.dark ? 0.26 : 0;
    const passes = [
      [0.86, -0.9],
      [0.64, 0.75],
      [0.46, -0.25],
      [0.32, 1.5],
    ] as const;
    recolour(surface, ([lightness], index) => {
      const x = (index % width) / unit;
      const y = Math.floor(index / width) / unit;
      const wobble = noise.at(x * 6, y * 6) * 0.012;
      const tone = lightness + lift + noise.at(x * 40, y * 40) * 0.03;
      let graphite = 0;
      for (const [below, angle] of passes) {
        const line = Math.sin((x * Math.cos(angle) + y * Math.sin(angle) + wobble) * 520) * 0.5 + 0.5;
        graphite += ease(0, 0.3, below - tone) * (0.1 + 0.2 * line * (0.7 + noise.at(x * 90, y * 90) * 0.4));
      }
      graphite += ease(0.2, 0.62, edges[index]!) * 0.42;
      return mix(SKETCHBOOK, [0.27, 0, -0.008], Math.min(0.92, graphite));
    });
  },
};

/** Chalk on toothed, tinted paper. */
export const pastel: Style = {
  manner: {
    ...PLAIN_MANNER,
    rough: 0.92,
    opacity: 0.7,
    stretch: 2.4,
    lightJitter: 0.03,
    chromaJitter: 0.022,
    tolerance: 0.07,
    finest: 0.003,
    stray: 0.5,
  },
  varnish: { relief: 0.1, grain: 1, vignette: 0, margin: 0.02 },
  primer: (stage) => mix(lch(0.82, 0.03, 60), stage.light.middle, 0.3),
  translate(stage: Stage): void {
    recolour(stage.surface, ([lightness, a, b]) => saturated([0.3 + 0.68 * lightness, a, b], 0.95));
  },
};

/** Everything dark but the outlines, which burn. */
export const neon: Style = {
  manner: { ...PLAIN_MANNER, rough: 0.2, opacity: 0.9, lightJitter: 0.008, tolerance: 0.02, finest: 0.0019 },
  varnish: { relief: 0, grain: 0.15, vignette: 0.5, margin: 0 },
  primer: () => lch(0.14, 0.06, 290),
  translate(stage: Stage): void {
    const { surface, unit } = stage;
    const { width, height } = surface;
    const fine = edgesOf(surface, Math.max(1, unit * 0.0022));
    const wide = edgesOf(surface, unit * 0.011);
    recolour(surface, ([lightness, a, b], index) => {
      const x = (index % width) / width;
      const y = Math.floor(index / width) / height;
      const tube = lch(0.8, 0.2, 330 - 130 * ease(0.1, 0.9, x * 0.55 + y * 0.5));
      const night: Lab = [0.13 + lightness * 0.46, a * 1.5 + 0.028, b * 1.2 - 0.058];
      const halo = mix(night, tube, ease(0.06, 0.8, wide[index]!) * 0.6);
      return mix(halo, [0.93, tube[1] * 0.5, tube[2] * 0.5], ease(0.16, 0.5, fine[index]!) * 0.9);
    });
  },
};
