import { type Lab, lighter, mix } from '../colour/oklab.ts';
import { blend, colourAt } from '../raster/surface.ts';
import { ease } from './sky.ts';
import type { Stage } from './stage.ts';

export interface WaterWish {
  /** Shares of the picture's height. */
  from: number;
  to: number;
  colour: Lab;
  /** 0 mirror … 1 storm. */
  swell: number;
  /** How much of a pixel is water, 0..1: the shape of a pond or a river. All of it when absent. */
  share?: (x: number, y: number) => number;
}

/** Water mirrors what stands above it, more so far away and when calm; near the viewer its own colour shows. */
export function paintWater(stage: Stage, wish: WaterWish): void {
  const { surface, noise, unit, light } = stage;
  const { width, height } = surface;
  const top = Math.round(wish.from * height);
  const bottom = Math.min(height, Math.round(wish.to * height));
  const depth = Math.max(8, height - top);
  const sunX = light.source.x * width;
  const body = mix(lighter(wish.colour, light.dark ? -0.24 : -0.06), light.zenith, 0.42);
  for (let y = top; y < bottom; y++) {
    const near = (y - top) / depth;
    const distance = 1 / (near + 0.045);
    const v = distance * 2.4;
    const wobble = (2 + near * 26) * (0.35 + wish.swell) * (unit / 512);
    for (let x = 0; x < width; x++) {
      const wet = wish.share ? wish.share(x, y) : 1;
      if (wet <= 0.004) continue;
      const u = (x / unit - 0.5) * distance;
      const wave = noise.fractal(u * 0.9 + 5, v * 2.1, 3) + noise.at(u * 2.6, v * 6.2) * 0.35;
      const mirrorY = top - (y - top) * (1.02 + near * 0.3) - 1 + wave * wobble * 2.2;
      const mirror = colourAt(surface, x + wave * wobble * 0.8, Math.max(0, Math.min(top - 1, mirrorY)));
      const share = 0.86 - near * (0.3 + wish.swell * 0.34) - wish.swell * 0.12 * Math.abs(wave);
      let colour = mix(body, lighter(mirror, -0.035), Math.max(0.15, share));
      colour = lighter(colour, wave * (0.035 + wish.swell * 0.1) * (0.4 + near));
      const lane = Math.exp(-(((x - sunX) / (unit * (0.05 + near * 0.2))) ** 2));
      const sparkle = lane * ease(0.08, 0.34, wave + noise.at(u * 5, v * 9) * 0.3);
      colour = mix(colour, light.glow, Math.min(0.9, sparkle * (light.dark ? 0.62 : 0.8)));
      const crestline = wish.swell * ease(0.42, 0.62, wave) * near;
      colour = mix(colour, lighter(light.horizon, 0.08), crestline * 0.8);
      const far = wish.share ? 0 : 1 - ease(0, 0.1, near);
      blend(surface, y * width + x, mix(colour, light.air, far * 0.32), wet);
    }
  }
}
