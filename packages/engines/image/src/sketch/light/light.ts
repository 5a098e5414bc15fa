import type { Lab } from '../colour/oklab.ts';

/** The light of a scene: the sky's colours from top to horizon and what they do to the things below. */
export interface Light {
  readonly zenith: Lab;
  readonly middle: Lab;
  readonly horizon: Lab;
  /** Around the sun or the moon. */
  readonly glow: Lab;
  /** Tint of lit and of shaded faces; only a and b are used. */
  readonly key: Lab;
  readonly shade: Lab;
  /** Colour of distance, mist and fog. */
  readonly air: Lab;
  /** Lightness factor of a face turned away from the light, and what a face turned to it gains. */
  readonly ambient: number;
  readonly strength: number;
  /** Where the light stands: x 0..1 of the width, y 0..1 of the sky's height above the horizon. */
  readonly source: { x: number; y: number };
  readonly dark: boolean;
  /** How fast distance fades, 0..1. */
  readonly haze: number;
}

/**
 * The colour of a face in this light. `facing` is -1 (away) .. 1 (towards). Lit faces lean to the key tint and shaded ones
 * to the shade tint, the painter's rule of warm light and cool shadow.
 */
export function lit(local: Lab, facing: number, light: Light): Lab {
  const toward = Math.min(1, Math.max(0, (facing + 0.4) / 1.4));
  const level = light.ambient + light.strength * toward;
  const warm = 0.34 * toward;
  const cool = 0.42 * (1 - toward);
  const keep = light.dark ? 0.62 : 0.92;
  return [
    Math.min(0.985, local[0] * level),
    local[1] * keep + light.key[1] * warm + light.shade[1] * cool,
    local[2] * keep + light.key[2] * warm + light.shade[2] * cool,
  ];
}

/** The unit vector towards the light, for shading forms: x right, y down, z to the viewer. */
export function direction(light: Light, atX: number): [number, number, number] {
  const x = (light.source.x - atX) * 1.6;
  const y = -0.45 - light.source.y * 0.7;
  const z = 0.62;
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}
