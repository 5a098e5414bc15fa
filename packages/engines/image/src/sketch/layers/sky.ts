import { type Lab, mix } from '../colour/oklab.ts';
import { blend } from '../raster/surface.ts';
import type { Stage } from './stage.ts';

/** 0 below `from`, 1 above `to`, smooth between. */
export function ease(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

function skyColour(stage: Stage, height: number): Lab {
  const { zenith, middle, horizon } = stage.light;
  return height < 0.42
    ? mix(horizon, middle, ease(-0.08, 0.46, height))
    : mix(middle, zenith, ease(0.34, 1.02, height));
}

/** The bare sky: a gradient that bends a little, brighter around the light. Fills the whole surface. */
export function paintSky(stage: Stage): void {
  const { surface, light, noise, unit, horizon } = stage;
  const { width, height } = surface;
  const sunX = light.source.x * width;
  const sunY = horizon * (1 - light.source.y);
  const reach = Math.max(width, height) * (light.dark ? 0.34 : 0.55);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const drift = noise.at((x / unit) * 1.3 + 3.1, (y / unit) * 2.6) * 0.07;
      const up = Math.max(0, 1 - y / Math.max(1, horizon) + drift);
      const colour = skyColour(stage, Math.min(1, up));
      const distance = Math.hypot(x - sunX, (y - sunY) * 1.25) / reach;
      const halo = Math.exp(-distance * distance * 4.2);
      blend(surface, y * width + x, colour, 1);
      blend(surface, y * width + x, light.glow, halo * (light.dark ? 0.32 : 0.62));
    }
  }
}
