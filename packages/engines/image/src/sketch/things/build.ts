import type { Lab } from '../colour/oklab.ts';

/** The build of a four-legged animal, facing right. Lengths are shares of its height at the shoulder line. */
export interface Build {
  coat: Lab;
  belly?: Lab;
  /** Half the length of the trunk. */
  long: number;
  /** Depth of the trunk. */
  deep: number;
  leg: number;
  legWidth: number;
  neck: { x: number; y: number; width: number };
  head: { size: number; muzzle: number };
  ear: 'point' | 'round' | 'long' | 'drop' | 'wide';
  tail: 'curl' | 'bush' | 'thin' | 'short' | 'long';
  horns?: 'antlers' | 'horns' | 'trunk';
  mane?: Lab;
  marks?: { colour: Lab; kind: 'stripes' | 'spots' | 'patches' | 'wool' };
}
