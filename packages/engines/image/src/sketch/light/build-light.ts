import { type Lab, lch, lighter, mix, saturated, toLch, turned } from '../colour/oklab.ts';
import type { Reading } from '../prompt/reading.ts';
import { hashText } from '../random/hash.ts';
import type { Rng } from '../random/rng.ts';
import type { Light } from './light.ts';
import { blendMoods } from './mood.ts';
import { type Moment, type MomentLight, MOMENTS } from './moments.ts';

const NIGHT_SKY = new Set(['moon', 'crescent', 'stars', 'milkyway', 'aurora', 'comet', 'fireworks']);

/** The time of day a prompt names or implies; else one that suits its mood, chosen by the seed. */
export function chooseMoment(reading: Reading, rng: Rng): Moment {
  const named = reading.moments.find((id): id is Moment => Object.hasOwn(MOMENTS, id));
  if (named) return named;
  if (reading.heavens.some((id) => NIGHT_SKY.has(id))) return 'night';
  if (reading.weather.includes('clear') || reading.heavens.includes('rainbow')) return rng.pick(['morning', 'noon']);
  if (reading.heavens.includes('sun')) return rng.pick(['golden', 'sunset', 'dawn']);
  if (reading.styles.includes('neon')) return 'night';
  if (reading.moods.includes('gloomy')) return 'dusk';
  if (reading.moods.includes('dreamy') || reading.moods.includes('romantic')) return rng.pick(['dawn', 'sunset']);
  if (reading.moods.includes('warm') || reading.seasons.includes('autumn')) return 'golden';
  if (reading.things.some((thing) => thing.draws === 'lantern' || thing.draws === 'candle')) return 'dusk';
  return rng.pick(['morning', 'noon', 'golden', 'golden', 'dawn']);
}

function greyed(base: MomentLight, share: number): MomentLight {
  const grey = lch(base.dark ? 0.3 : 0.7, 0.018, 250);
  const dull = (colour: Lab, extra = 0): Lab => mix(colour, [grey[0] + extra, grey[1], grey[2]], share);
  return {
    ...base,
    zenith: dull(base.zenith, -0.1),
    middle: dull(base.middle),
    horizon: dull(base.horizon, 0.08),
    glow: dull(base.glow, 0.14),
    key: saturated(base.key, 1 - share * 0.7),
    strength: base.strength * (1 - share * 0.5),
    ambient: base.ambient + share * 0.02,
  };
}

const GLOOM: Record<string, number> = { rain: 0.62, storm: 0.8, cloudy: 0.62, fog: 0.5, snow: 0.5 };

/** Leads a sky colour towards a hue without losing its lightness. */
function tinted(colour: Lab, toward: Lab, share: number): Lab {
  const [lightness, chroma] = toLch(colour);
  const [, wanted, hue] = toLch(toward);
  return mix(colour, lch(lightness, Math.min(0.13, chroma * 0.4 + wanted * 0.6), hue), share);
}

/** The light of the scene that a reading asks for. Words not understood turn its hues a little, each prompt its own way. */
export function buildLight(reading: Reading, moment: Moment, rng: Rng): Light {
  const gloom = Math.max(0, ...reading.weather.map((id) => GLOOM[id] ?? 0));
  let base = greyed(MOMENTS[moment], gloom);
  if (reading.weather.includes('storm'))
    base = {
      ...base,
      zenith: lighter(base.zenith, base.dark ? -0.02 : -0.14),
      middle: lighter(base.middle, base.dark ? 0 : -0.1),
      ambient: base.ambient * 0.92,
    };
  const mood = blendMoods(reading.moods);
  const whim = reading.unknown.length > 0 ? ((hashText(reading.unknown.join(' '))[0] % 1000) / 1000 - 0.5) * 44 : 0;
  const drift = rng.bell() * 7 + whim;
  const tint = reading.placeColours.sky ?? reading.tints[0]?.colour;
  const second = reading.tints[1]?.colour ?? tint;
  const share = reading.placeColours.sky ? 0.85 : 0.55;
  const paint = (colour: Lab, toward: Lab | undefined): Lab =>
    toward ? tinted(turned(colour, drift), toward, share) : turned(colour, drift);
  const horizon = paint(base.horizon, second);
  const middle = paint(base.middle, tint);
  const fog = reading.weather.includes('fog') ? 0.5 : reading.weather.includes('clear') ? -0.2 : 0;
  return {
    ...base,
    zenith: paint(base.zenith, tint),
    middle,
    horizon,
    air: mix(horizon, middle, base.dark ? 0.55 : 0.34),
    source: { x: rng.chance(0.5) ? rng.between(0.14, 0.4) : rng.between(0.6, 0.86), y: base.altitude },
    haze: Math.min(1, Math.max(0.1, 0.45 + fog + mood.haze * 0.5 + gloom * 0.2)),
  };
}
