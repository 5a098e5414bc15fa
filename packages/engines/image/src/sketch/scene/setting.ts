import type { GroundWish } from '../layers/ground.ts';
import type { RidgeWish } from '../layers/ridges.ts';
import type { ThingName } from '../things/registry.ts';

export interface Scatter {
  draws: readonly [ThingName, ...ThingName[]];
  count: number;
  /** Distance band: 0 at the horizon … 1 at the lower edge. */
  from: number;
  to: number;
  /** Keeps to the left and right, leaving the middle open. */
  aside?: boolean;
}

export interface FarWish extends Pick<RidgeWish, 'form' | 'colour' | 'rise' | 'snow' | 'wooded'> {
  layers: number;
}

/** What a place brings to a scene. When a prompt names several, the first to say something about a part decides it. */
export interface Setting {
  kind?: 'room' | 'table' | 'cosmos' | 'deep' | 'sky';
  far?: FarWish;
  ground?: Pick<GroundWish, 'kind' | 'colour' | 'patches'>;
  water?: 'sea' | 'shore' | 'lake' | 'pond' | 'river' | 'falls';
  road?: 'street' | 'path';
  horizon?: number;
  scatter?: readonly Scatter[];
  /** Rock around the picture, as from within a cave. */
  framed?: boolean;
}
