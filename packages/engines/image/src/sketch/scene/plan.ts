import type { Light } from '../light/light.ts';
import type { Reading } from '../prompt/reading.ts';
import type { ThingName } from '../things/registry.ts';
import type { Lab } from '../colour/oklab.ts';
import type { Setting } from './setting.ts';

/** A thing with its place in the picture. x, y and size in pixels, y at its foot. */
export interface PlacedThing {
  draws: ThingName;
  x: number;
  y: number;
  size: number;
  fog: number;
  mirrored: boolean;
  tint?: Lab;
  care: number;
  footing: 'ground' | 'water' | 'air' | 'table';
  /** The stream of chance it is drawn with. */
  key: string;
}

export type SceneKind = 'land' | 'room' | 'table' | 'cosmos' | 'deep' | 'sky' | 'abstract';

/** A composition: what goes where, before anything is drawn. */
export interface Plan {
  width: number;
  height: number;
  kind: SceneKind;
  setting: Setting;
  reading: Reading;
  light: Light;
  /** Row of the horizon in pixels. */
  horizon: number;
  water: { kind: NonNullable<Setting['water']>; from: number; to: number } | null;
  ground: { from: number } | null;
  things: PlacedThing[];
}
