import type { Lab } from '../colour/oklab.ts';
import type { EllipseShape } from './path.ts';
import { blend, type Surface } from './surface.ts';

/** Lays a soft-edged ellipse (pixels). `core` is the share of the radius that is solid; 0 fades from the very middle. */
export function softDab(
  surface: Surface,
  shape: EllipseShape,
  colour: Lab,
  { share, core }: { share: number; core: number },
): void {
  const { x, y, rx, ry, turn = 0 } = shape;
  const reach = Math.max(rx, ry) + 1;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const right = Math.min(surface.width - 1, Math.ceil(x + reach));
  const bottom = Math.min(surface.height - 1, Math.ceil(y + reach));
  for (let py = Math.max(0, Math.floor(y - reach)); py <= bottom; py++) {
    for (let px = Math.max(0, Math.floor(x - reach)); px <= right; px++) {
      const dx = px + 0.5 - x;
      const dy = py + 0.5 - y;
      const u = (dx * cos + dy * sin) / rx;
      const v = (dy * cos - dx * sin) / ry;
      const distance = Math.sqrt(u * u + v * v);
      if (distance >= 1) continue;
      const fade = distance <= core ? 1 : (1 - distance) / (1 - core);
      blend(surface, py * surface.width + px, colour, share * (core === 0 ? fade * fade : fade));
    }
  }
}
