import { type Lab, lighter, mix } from '../colour/oklab.ts';
import { blend } from '../raster/surface.ts';
import { ease } from './sky.ts';
import type { Stage } from './stage.ts';

export interface CloudWish {
  /** 0 clear … 1 overcast. */
  amount: number;
  /** 0 white … 1 thunder. */
  gloom: number;
  /** Streaks (1) or heaps (0). */
  streaks: number;
}

interface CloudColours {
  bright: Lab;
  body: Lab;
  belly: Lab;
}

function coloursOf({ light }: Stage, gloom: number): CloudColours {
  const bright = mix(lighter(light.glow, 0.01), light.middle, gloom * 0.5);
  const body = mix(mix(light.horizon, light.glow, 0.35), light.middle, 0.25 + gloom * 0.3);
  const belly = lighter(mix(light.middle, light.shade, 0.34 + gloom * 0.25), -0.05 - gloom * 0.14);
  return { bright, body, belly: light.dark ? lighter(belly, -0.04) : belly };
}

/** Banks of cloud with lit rims, flatter towards the horizon as perspective asks. */
export function paintClouds(stage: Stage, wish: CloudWish): void {
  if (wish.amount <= 0.01) return;
  const { surface, noise, unit, horizon, light } = stage;
  const { width } = surface;
  const { bright, body, belly } = coloursOf(stage, wish.gloom);
  const bottom = Math.min(surface.height, Math.ceil(horizon * 1.02));
  const threshold = 0.3 - wish.amount * 0.52;
  const sunX = light.source.x * width;
  const sunY = horizon * (1 - light.source.y);
  for (let y = 0; y < bottom; y++) {
    const up = 1 - y / horizon;
    const far = 1 / (0.22 + up * 0.85);
    const v = far * (1.5 + wish.streaks * 1.4);
    const fade = ease(0.0, 0.16, up) * (1 - 0.25 * ease(0.6, 1, up));
    for (let x = 0; x < width; x++) {
      const u = (x / unit - 0.5) * far * (0.85 - wish.streaks * 0.5);
      const warp = noise.at(u * 1.9 + 9, v * 1.9) * 0.35;
      const density = noise.fractal(u * 1.6 + warp + 40, v * 1.15 + warp, 5);
      const thick = ease(threshold, threshold + 0.3, density);
      if (thick <= 0.004) continue;
      const toSun = Math.hypot(x - sunX, y - sunY) || 1;
      const ux = (((sunX - x) / toSun) * 0.1) / 1;
      const uy = ((sunY - y) / toSun) * 0.1;
      const shield = noise.fractal((u + ux) * 1.6 + warp + 40, (v + uy) * 1.15 + warp, 3);
      const facing = Math.min(1, Math.max(0, 0.5 + (density - shield) * 1.9));
      const colour = facing > 0.5 ? mix(body, bright, (facing - 0.5) * 2) : mix(belly, body, facing * 2);
      const opaque = thick * fade * (0.72 + wish.amount * 0.26);
      blend(surface, y * width + x, mix(bright, colour, ease(0.05, 0.5, thick)), opaque);
    }
  }
}
