import { type Lab, lighter, mix } from '../colour/oklab.ts';
import { lit } from '../light/light.ts';
import { blend } from '../raster/surface.ts';
import { ease } from './sky.ts';
import type { Stage } from './stage.ts';

export type GroundKind = 'grass' | 'sand' | 'snow' | 'rock' | 'paved' | 'crop' | 'earth' | 'leaves';

export interface GroundWish {
  kind: GroundKind;
  colour: Lab;
  /** Second colour, in patches. */
  patches: Lab;
  /** Share of the picture's height where it begins. */
  from: number;
  /** Unevenness of its far edge, as a share of the shorter side. */
  swell: number;
  /** How much the far end fades. */
  fade: number;
}

const ROUGHNESS: Record<GroundKind, number> = {
  grass: 0.13,
  sand: 0.05,
  snow: 0.035,
  rock: 0.16,
  paved: 0.06,
  crop: 0.12,
  earth: 0.1,
  leaves: 0.15,
};

function texture(stage: Stage, kind: GroundKind, at: { u: number; v: number; near: number }): number {
  const { noise } = stage;
  if (kind === 'crop')
    return Math.sin(at.u * 7 + noise.at(at.u * 0.6, at.v) * 0.8) * 0.6 + noise.fractal(at.u * 5, at.v * 3, 2) * 0.7;
  if (kind === 'sand' || kind === 'snow') return noise.fractal(at.u * 0.9 + noise.at(at.u, at.v) * 0.4, at.v * 2.6, 4);
  if (kind === 'paved') return noise.fractal(at.u * 2, at.v * 5, 3) + noise.at(at.u * 11, at.v * 11) * 0.3;
  return noise.fractal(at.u * 3.2, at.v * 3.2, 4) + noise.at(at.u * 17, at.v * 9) * 0.34 * at.near;
}

/** The near plane seen in perspective: texture crowds towards the far edge, light and colour soften there. */
export function paintGround(stage: Stage, wish: GroundWish): void {
  const { surface, noise, unit, light } = stage;
  const { width, height } = surface;
  const from = wish.from * height;
  const depth = Math.max(8, height - from);
  const rough = ROUGHNESS[wish.kind];
  for (let x = 0; x < width; x++) {
    const rim = from + noise.fractal((x / unit) * 1.6 + 70, 3, 3) * wish.swell * unit * 1.6;
    const top = Math.max(0, Math.floor(rim));
    for (let y = top; y < height; y++) {
      const near = Math.min(1, Math.max(0, (y - rim) / depth));
      const distance = 1 / (near * 0.92 + 0.075);
      const u = (x / width - 0.5) * (width / unit) * distance;
      const v = distance * 2.2;
      const grain = texture(stage, wish.kind, { u, v, near });
      const patch = ease(-0.05, 0.28, noise.fractal(u * 0.62 + 9, v * 0.7, 3));
      const local = lighter(mix(wish.colour, wish.patches, patch * 0.75), grain * rough);
      const facing = 0.42 + grain * 0.5 - near * near * 0.42 + noise.at((x / unit) * 1.4, (y / unit) * 3) * 0.22;
      const fog = (1 - ease(0, 0.55, near)) * wish.fade;
      const colour = mix(lit(local, facing, light), light.air, fog);
      blend(surface, y * width + x, colour, y === top ? Math.min(1, 1 - (rim - top)) : 1);
    }
  }
}
