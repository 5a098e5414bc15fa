import { type Lab, lch, lighter, mix } from '../colour/oklab.ts';
import { cover } from '../raster/coverage.ts';
import { ellipse, limb, type Path } from '../raster/path.ts';
import { softDab } from '../raster/soft-dab.ts';
import { blend } from '../raster/surface.ts';
import { ease } from './sky.ts';
import { markFocus, type Stage } from './stage.ts';

interface Disc {
  x: number;
  y: number;
  r: number;
  /** Another outline than the full circle. */
  outline?: Path;
}

function disc(stage: Stage, at: Disc, colour: (nx: number, ny: number) => Lab): void {
  const { surface } = stage;
  const mask = cover(at.outline ?? ellipse({ x: at.x, y: at.y, rx: at.r, ry: at.r }), surface);
  if (!mask) return;
  markFocus(stage, { left: at.x - at.r, top: at.y - at.r, width: at.r * 2, height: at.r * 2 }, 0.8);
  for (let i = 0; i < mask.cover.length; i++) {
    const share = mask.cover[i]!;
    if (share === 0) continue;
    const x = mask.left + (i % mask.width);
    const y = mask.top + Math.floor(i / mask.width);
    blend(surface, y * surface.width + x, colour((x - at.x) / at.r, (y - at.y) / at.r), share);
  }
}

function place(stage: Stage): { x: number; y: number } {
  return {
    x: stage.light.source.x * stage.surface.width,
    y: Math.min(stage.surface.height * 0.9, stage.horizon) * (1 - stage.light.source.y),
  };
}

/** The disc of the sun, small and high by day, large and low at its rising and setting. */
export function paintSun(stage: Stage, tint?: Lab): void {
  const { unit, light } = stage;
  const r = unit * (0.075 - light.source.y * 0.035);
  const { x, y } = place(stage);
  softDab(stage.surface, { x, y, rx: r * 4.5, ry: r * 4.5 }, light.glow, { share: 0.55, core: 0 });
  disc(stage, { x, y: Math.max(r, y), r }, (_, ny) =>
    tint
      ? mix(tint, light.glow, ease(0.2, 1.6, ny) * 0.4)
      : mix([0.985, light.glow[1] * 0.5, light.glow[2] * 0.6], light.glow, ease(-0.6, 1, ny)),
  );
}

/** The outline of a young moon: half a circle and, back again, half of a slimmer ellipse. */
function sickle({ x, y, r }: Disc): Path {
  const out: number[] = [];
  const tilt = 0.45;
  const add = (px: number, py: number) =>
    out.push(x + (px * Math.cos(tilt) - py * Math.sin(tilt)) * r, y + (px * Math.sin(tilt) + py * Math.cos(tilt)) * r);
  for (let i = 0; i <= 24; i++) add(-Math.sin((i / 24) * Math.PI), -Math.cos((i / 24) * Math.PI));
  for (let i = 24; i >= 0; i--) add(-Math.sin((i / 24) * Math.PI) * 0.52, -Math.cos((i / 24) * Math.PI));
  return out;
}

export function paintMoon(stage: Stage, crescent: boolean): void {
  const { unit, noise, light, surface } = stage;
  const r = unit * 0.062;
  const at = place(stage);
  const y = Math.max(r * 1.6, Math.min(at.y, stage.horizon * 0.62));
  softDab(surface, { x: at.x, y, rx: r * 5, ry: r * 5 }, light.glow, { share: light.dark ? 0.42 : 0.2, core: 0 });
  const outline = crescent ? { outline: sickle({ x: at.x, y, r }) } : {};
  disc(stage, { x: at.x, y, r, ...outline }, (nx, ny) => {
    const seas = noise.fractal(nx * 1.8 + 4, ny * 1.8, 3);
    return lighter([0.95, 0.0, 0.035], -ease(0.02, 0.32, seas) * 0.1 - (nx * nx + ny * ny) * 0.04);
  });
}

/** Stars, thicker along the Milky Way when asked for. */
export function paintStars(stage: Stage, wish: { density: number; milkyWay: boolean }): void {
  const { surface, unit, horizon, noise } = stage;
  const rng = stage.rng.fork('stars');
  const limit = Math.min(surface.height, horizon);
  const tilt = rng.between(0.5, 1.1);
  const across = (x: number, y: number) => (x / unit - 0.5) * Math.sin(tilt) + (y / unit - 0.3) * Math.cos(tilt);
  if (wish.milkyWay) paintMilkyWay(stage, across, limit);
  const count = Math.round(((surface.width * limit * wish.density) / (unit * unit)) * 420);
  for (let i = 0; i < count; i++) {
    const x = rng.next() * surface.width;
    const y = rng.next() ** 1.2 * limit;
    if (wish.milkyWay && rng.next() > 0.3 + Math.exp(-((across(x, y) / 0.16) ** 2))) continue;
    const bright = rng.next() ** 5;
    const size = unit * (0.0013 + bright * 0.0034);
    const colour = lch(0.97, 0.03, noise.at(i, 3) > 0 ? 80 : 250);
    const share = (0.35 + bright * 0.65) * (1 - ease(limit * 0.72, limit, y));
    softDab(surface, { x, y, rx: Math.max(0.8, size), ry: Math.max(0.8, size) }, colour, { share, core: 0.3 });
    if (bright > 0.5) softDab(surface, { x, y, rx: size * 6, ry: size * 6 }, colour, { share: 0.2, core: 0 });
    if (bright > 0.12) markFocus(stage, { left: x - 2, top: y - 2, width: 4, height: 4 }, 0.9);
  }
}

function paintMilkyWay(stage: Stage, across: (x: number, y: number) => number, limit: number): void {
  const { surface, noise, unit } = stage;
  for (let y = 0; y < limit; y++) {
    for (let x = 0; x < surface.width; x++) {
      const d = across(x, y) / 0.17;
      const band = Math.exp(-d * d);
      if (band < 0.02) continue;
      const dust = noise.fractal((x / unit) * 5, (y / unit) * 5, 5);
      const share = band * (0.3 + dust * 0.9);
      if (share > 0)
        blend(
          surface,
          y * surface.width + x,
          mix(lch(0.72, 0.06, 285), lch(0.88, 0.04, 60), band),
          Math.min(0.6, share * 0.62),
        );
    }
  }
}

/** Curtains of light. */
export function paintAurora(stage: Stage): void {
  const { surface, noise, unit, horizon } = stage;
  const hues = [155, 165, 195, 320] as const;
  for (let veil = 0; veil < 3; veil++) {
    for (let x = 0; x < surface.width; x++) {
      const u = x / unit;
      const foot = horizon * (0.62 - veil * 0.13 + noise.fractal(u * 1.1 + veil * 9, veil, 3) * 0.5);
      const rays = 0.5 + noise.at(u * 16 + veil * 5, 2) * 0.45 + noise.at(u * 44, 5) * 0.22;
      const tall = horizon * (0.28 + rays * 0.34);
      for (let y = Math.max(0, Math.floor(foot - tall)); y < Math.min(foot + unit * 0.03, horizon); y++) {
        const t = (foot - y) / tall;
        const glow = t < 0 ? Math.exp(-((t / 0.05) ** 2)) : Math.exp(-t * 2.6) * (1 - t * 0.4);
        const colour = mix(lch(0.84, 0.17, hues[veil] ?? 155), lch(0.6, 0.16, 315), ease(0.25, 0.95, t));
        blend(surface, y * surface.width + x, colour, Math.max(0, Math.min(0.75, glow * (0.3 + rays * 0.5))));
      }
    }
  }
}

export function paintRainbow(stage: Stage): void {
  const { surface, unit, horizon } = stage;
  const cx = surface.width * (1 - stage.light.source.x);
  const cy = horizon * 1.12;
  const outer = Math.max(unit * 0.6, horizon * 0.92);
  const band = outer * 0.11;
  for (let y = 0; y < Math.min(surface.height, horizon); y++) {
    for (let x = 0; x < surface.width; x++) {
      const t = (outer - Math.hypot(x - cx, y - cy)) / band;
      if (t < 0 || t > 1) continue;
      blend(surface, y * surface.width + x, lch(0.8, 0.15, 20 + t * 285), Math.sin(t * Math.PI) * 0.5);
    }
  }
}

export function paintComets(stage: Stage): void {
  const { surface, unit, horizon } = stage;
  const rng = stage.rng.fork('comets');
  for (let i = 0; i < 4; i++) {
    const [x, y] = [rng.between(0.1, 0.9) * surface.width, rng.between(0.08, 0.6) * horizon];
    const length = unit * rng.between(0.12, 0.3) * (i === 0 ? 1.5 : 1);
    for (let k = 0; k < 60; k++) {
      const t = k / 60;
      const r = unit * 0.006 * (1 - t) + 0.5;
      softDab(surface, { x: x + length * t * 0.86, y: y - length * t * 0.5, rx: r, ry: r }, lch(0.97, 0.03, 90), {
        share: 0.7 * (1 - t),
        core: 0.2,
      });
      if (t < 0.5)
        markFocus(stage, { left: x + length * t * 0.86 - 3, top: y - length * t * 0.5 - 3, width: 6, height: 6 }, 0.9);
    }
  }
}

/** A great planet, ringed when there is room. */
export function paintPlanet(stage: Stage, own?: Lab): void {
  const { surface, unit, noise, rng } = stage;
  const r = unit * 0.17;
  const x = surface.width * (stage.light.source.x > 0.5 ? 0.3 : 0.7);
  const y = Math.min(surface.height, stage.horizon) * 0.34;
  const base = own ?? lch(0.7, 0.09, rng.fork('planet').between(20, 300));
  const ring = (from: number, to: number) =>
    limb(
      Array.from({ length: 41 }, (_, i) => {
        const a = Math.PI * (from + ((to - from) * i) / 40);
        return [x + Math.cos(a) * r * 1.9, y + Math.sin(a) * r * 0.42 - Math.cos(a) * r * 0.3];
      }).flat(),
      { from: r * 0.13, to: r * 0.13 },
    );
  const paintRing = (path: number[] | readonly number[]) => {
    const mask = cover(path, surface);
    if (mask)
      for (let i = 0; i < mask.cover.length; i++)
        blend(
          surface,
          (mask.top + Math.floor(i / mask.width)) * surface.width + mask.left + (i % mask.width),
          lch(0.8, 0.05, 80),
          mask.cover[i]! * 0.75,
        );
  };
  paintRing(ring(1, 2));
  disc(stage, { x, y, r }, (nx, ny) => {
    const bands = noise.fractal(nx * 0.5, ny * 4 + noise.at(nx * 2, ny * 3) * 0.4, 3);
    const facing = (stage.light.source.x > 0.5 ? nx : -nx) * 0.7 - ny * 0.4 + 0.35;
    return mix([base[0] * 0.24, base[1] * 0.4, base[2] * 0.4], lighter(base, bands * 0.14), ease(-0.25, 0.75, facing));
  });
  paintRing(ring(0, 1));
}

export function paintFireworks(stage: Stage): void {
  const { surface, unit, horizon } = stage;
  const rng = stage.rng.fork('fireworks');
  for (let burst = 0; burst < 5; burst++) {
    const [x, y] = [rng.between(0.14, 0.86) * surface.width, rng.between(0.14, 0.6) * horizon];
    const reach = unit * rng.between(0.1, 0.2);
    const colour = lch(0.82, 0.16, rng.between(0, 360));
    softDab(surface, { x, y, rx: reach * 1.3, ry: reach * 1.3 }, colour, { share: 0.3, core: 0 });
    for (let ray = 0; ray < 34; ray++) {
      const angle = (ray / 34) * Math.PI * 2 + rng.bell() * 0.08;
      const far = reach * rng.between(0.7, 1.05);
      for (let k = 3; k < 16; k++) {
        const t = k / 16;
        const shape = {
          x: x + Math.cos(angle) * far * t,
          y: y + Math.sin(angle) * far * t + t * t * reach * 0.22,
          rx: unit * 0.0034,
          ry: unit * 0.0034,
        };
        softDab(surface, shape, lighter(colour, 0.1 * (1 - t)), { share: 0.45 + t * 0.5, core: 0.3 });
      }
    }
    markFocus(stage, { left: x - reach, top: y - reach, width: reach * 2, height: reach * 2.2 }, 0.85);
  }
}
