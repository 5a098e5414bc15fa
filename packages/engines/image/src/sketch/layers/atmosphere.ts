import { type Lab, lch, lighter, mix } from '../colour/oklab.ts';
import type { Plan } from '../scene/plan.ts';
import { softDab } from '../raster/soft-dab.ts';
import { blend, type Surface } from '../raster/surface.ts';
import { ease } from './sky.ts';
import type { Stage } from './stage.ts';

/** Drifting mist, thickest about the horizon. */
export function paintFog(stage: Stage, thickness: number): void {
  const { surface, noise, unit, horizon, light } = stage;
  const white = lighter(light.air, light.dark ? 0.06 : 0.04);
  for (let y = 0; y < surface.height; y++) {
    const level = Math.exp(-(((y - horizon * 1.04) / (unit * 0.26)) ** 2));
    for (let x = 0; x < surface.width; x++) {
      const drift = 0.62 + noise.fractal((x / unit) * 1.5, (y / unit) * 5, 4) * 0.9;
      blend(
        surface,
        y * surface.width + x,
        white,
        Math.max(0, Math.min(0.9, (0.16 + level * 0.6) * drift * thickness)),
      );
    }
  }
}

/** Rain as slanting threads of light: laid over the finished strokes, which would swallow them. */
export function layRain(surface: Surface, stage: Stage, heavy: boolean): void {
  const { unit, light } = stage;
  const rng = stage.rng.fork('rain');
  const count = (heavy ? 1000 : 620) * ((surface.width * surface.height) / (unit * unit));
  const colour = lighter(light.horizon, 0.12);
  for (let i = 0; i < count; i++) {
    const [x, y] = [rng.next() * surface.width * 1.1, rng.next() * surface.height];
    const length = unit * rng.between(0.018, 0.055);
    const steps = Math.ceil(length);
    const share = rng.between(0.12, 0.42);
    for (let k = 0; k < steps; k++) {
      const px = Math.floor(x - k * 0.2);
      const py = Math.floor(y + k);
      if (px >= 0 && px < surface.width && py < surface.height)
        blend(surface, py * surface.width + px, colour, share * Math.sin((Math.PI * k) / steps));
    }
  }
}

/** Snowflakes or petals, few and large near the viewer, many and small beyond. */
export function layFlakes(surface: Surface, stage: Stage, kind: 'snow' | 'petals'): void {
  const { unit, light } = stage;
  const rng = stage.rng.fork(kind);
  const count = Math.round((kind === 'snow' ? 640 : 190) * ((surface.width * surface.height) / (unit * unit)));
  const autumn = kind === 'petals' && light.key[2] > 0.09;
  for (let i = 0; i < count; i++) {
    const near = rng.next() ** 4;
    const r = Math.max(0.9, unit * (0.0016 + near * 0.0075));
    const shape = {
      x: rng.next() * surface.width,
      y: rng.next() * surface.height,
      rx: r * (kind === 'petals' ? 1.5 : 1),
      ry: r * (kind === 'petals' ? 0.75 : 1),
      turn: rng.next() * 3,
    };
    const petal = autumn ? lch(0.68, 0.15, rng.between(35, 80)) : lch(0.88, 0.07, rng.between(-12, 12));
    const colour: Lab =
      kind === 'snow' ? [light.dark ? 0.88 : 0.985, 0, -0.005] : lighter(petal, light.dark ? -0.2 : 0);
    softDab(surface, shape, colour, { share: rng.between(0.5, 0.95), core: kind === 'snow' ? 0.25 : 0.7 });
  }
}

/** Rock all around, as seen from the mouth of a cave. */
export function paintCaveMouth(stage: Stage): void {
  const { surface, noise, unit } = stage;
  const { width, height } = surface;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const angle = Math.atan2(y - height * 0.55, x - width * 0.5);
      const d =
        Math.hypot((x / width - 0.5) * 2.1, (y / height - 0.55) * 2.0) +
        noise.fractal(Math.cos(angle) * 2 + 7, Math.sin(angle) * 2, 4) * 0.42;
      const share = ease(0.84, 0.92, d);
      if (share <= 0) continue;
      const relief = noise.ridged((x / unit) * 3, (y / unit) * 3, 4);
      const rim = 1 - ease(0.84, 1.25, d);
      blend(surface, y * width + x, mix(lch(0.14 + relief * 0.12, 0.02, 50), stage.light.air, rim * 0.3), share);
    }
  }
}

/** Weather that lies within the scene, under the brush. */
export function paintAir(stage: Stage, plan: Plan): void {
  const { weather } = plan.reading;
  if (plan.setting.framed) paintCaveMouth(stage);
  if (weather.includes('fog')) paintFog(stage, 0.74);
  else if (weather.includes('rain') || weather.includes('snow')) paintFog(stage, 0.3);
}

/** Weather that falls before the viewer's eye. */
export function layWeather(surface: Surface, stage: Stage, plan: Plan): void {
  const { weather, seasons } = plan.reading;
  if (plan.kind === 'cosmos' || plan.kind === 'deep' || plan.kind === 'abstract' || plan.kind === 'table') return;
  if (weather.includes('rain') || weather.includes('storm')) layRain(surface, stage, weather.includes('storm'));
  if (weather.includes('snow')) layFlakes(surface, stage, 'snow');
  if (
    weather.includes('petals') ||
    (weather.includes('wind') && (seasons.includes('spring') || seasons.includes('autumn')))
  )
    layFlakes(surface, stage, 'petals');
}
