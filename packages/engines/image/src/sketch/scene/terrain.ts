import { type Lab, lch } from '../colour/oklab.ts';
import type { FarWish } from './setting.ts';

/** Kinds of ground, with the colours they have in summer. */
export const GRASS = { kind: 'grass', colour: lch(0.55, 0.11, 128), patches: lch(0.7, 0.11, 112) } as const;
export const SAND = { kind: 'sand', colour: lch(0.84, 0.05, 80), patches: lch(0.9, 0.035, 85) } as const;
export const DESERT = { kind: 'sand', colour: lch(0.76, 0.09, 65), patches: lch(0.83, 0.08, 75) } as const;
export const SNOW_GROUND = { kind: 'snow', colour: lch(0.93, 0.012, 250), patches: lch(0.97, 0.006, 90) } as const;
export const ROCK = { kind: 'rock', colour: lch(0.52, 0.02, 60), patches: lch(0.6, 0.03, 110) } as const;
export const PAVED = { kind: 'paved', colour: lch(0.56, 0.015, 70), patches: lch(0.64, 0.02, 70) } as const;
export const FOREST_FLOOR = { kind: 'leaves', colour: lch(0.42, 0.07, 110), patches: lch(0.52, 0.08, 85) } as const;
/** A field in rows. */
export const crop = (colour: Lab, patches: Lab) => ({ kind: 'crop', colour, patches }) as const;

/** Kinds of distance. */
export const MOUNTAINS: FarWish = {
  form: 'mountain',
  colour: lch(0.5, 0.045, 235),
  rise: 0.44,
  snow: 0.18,
  wooded: 0.2,
  layers: 3,
};
export const SNOWY: FarWish = { ...MOUNTAINS, rise: 0.5, snow: 0.75, wooded: 0 };
export const HILLS: FarWish = {
  form: 'hill',
  colour: lch(0.5, 0.075, 145),
  rise: 0.2,
  snow: 0,
  wooded: 0.8,
  layers: 3,
};
export const LOW: FarWish = { ...HILLS, rise: 0.11, layers: 2 };
export const DUNES: FarWish = { form: 'dune', colour: lch(0.76, 0.1, 62), rise: 0.2, snow: 0, wooded: 0, layers: 3 };
export const MESAS: FarWish = { form: 'mesa', colour: lch(0.56, 0.12, 42), rise: 0.36, snow: 0, wooded: 0, layers: 3 };
