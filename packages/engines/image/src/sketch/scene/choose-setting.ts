import { type Lab, lch, mix } from '../colour/oklab.ts';
import type { Reading } from '../prompt/reading.ts';
import type { Rng } from '../random/rng.ts';
import { THINGS, type ThingName } from '../things/registry.ts';
import type { Scatter, Setting } from './setting.ts';
import { SETTINGS } from './settings.ts';
import { GRASS, SNOW_GROUND } from './terrain.ts';

/** Where a thing is at home when the prompt doesn't say. */
const HOMES: Partial<Record<ThingName, readonly [string, ...string[]]>> = {
  sailboat: ['sea', 'lake'],
  rowboat: ['lake', 'river'],
  ship: ['sea'],
  lighthouse: ['beach'],
  gull: ['sea'],
  whale: ['underwater'],
  fish: ['underwater'],
  turtle: ['underwater'],
  jellyfish: ['underwater'],
  seaweed: ['underwater'],
  coral: ['underwater'],
  palm: ['beach'],
  cactus: ['desert'],
  bridge: ['river'],
  duck: ['pond'],
  swan: ['lake'],
  lotus: ['pond'],
  crane: ['wetland'],
  skyscraper: ['city'],
  bus: ['street'],
  car: ['street', 'path'],
  streetlamp: ['street', 'park'],
  bench: ['park'],
  fountain: ['park'],
  temple: ['mountain'],
  pagoda: ['mountain'],
  hanok: ['mountain'],
  tent: ['lake', 'mountain'],
  cabin: ['mountain', 'lake'],
  castle: ['hills', 'mountain'],
  rocket: ['space'],
  ufo: ['hills'],
  balloon: ['hills', 'valley'],
  airplane: ['sky'],
  dragon: ['sky'],
  bear: ['forest'],
  wolf: ['forest'],
  deer: ['forest'],
  fox: ['forest'],
  tiger: ['mountain'],
  owl: ['forest'],
  elephant: ['meadow'],
  mushroom: ['forest'],
  snowman: ['snowfield'],
  umbrella: ['street'],
  chair: ['room'],
  guitar: ['room'],
  tablelamp: ['room'],
  books: ['room'],
};

function homeOf(reading: Reading, rng: Rng): string | undefined {
  for (const thing of reading.things) {
    const home = HOMES[thing.draws as ThingName];
    if (home) return rng.pick(home);
  }
  return undefined;
}

function isTabletop(reading: Reading): boolean {
  return reading.places.length === 0 && reading.things.some((thing) => THINGS[thing.draws as ThingName].on === 'table');
}

function isAbstract(reading: Reading): boolean {
  const { places, weather, moments, seasons, heavens, things } = reading;
  return [places, weather, moments, seasons, heavens, things].every((list) => list.length === 0);
}

/** The settings a reading names, in its order; or the one that fits what it does name. Empty: nothing to depict. */
export function settingIds(reading: Reading, rng: Rng): string[] {
  const named = reading.places.filter((id) => Object.hasOwn(SETTINGS, id));
  if (named.length > 0) return named;
  if (isAbstract(reading)) return [];
  if (isTabletop(reading)) return ['table'];
  const home = homeOf(reading, rng);
  if (home) return [home];
  if (reading.heavens.includes('planet')) return ['space'];
  if (reading.things.length > 0) return [rng.pick(['meadow', 'hills', 'meadow', 'path'])];
  return [rng.pick(['mountain', 'lake', 'meadow', 'sea', 'hills'])];
}

const AUTUMN: Partial<Record<ThingName, readonly [ThingName, ...ThingName[]]>> = {
  tree: ['autumntree', 'redtree', 'goldtree', 'autumntree'],
  birch: ['goldtree', 'birch'],
  willow: ['goldtree'],
  bush: ['bush'],
};
const SPRING: Partial<Record<ThingName, readonly [ThingName, ...ThingName[]]>> = {
  tree: ['blossom', 'tree', 'blossom', 'whiteblossom'],
};
const WINTER: Partial<Record<ThingName, readonly [ThingName, ...ThingName[]]>> = {
  tree: ['bare'],
  birch: ['bare'],
  willow: ['bare'],
  bush: ['conifer'],
  persimmontree: ['persimmontree'],
};

const FLOWERS = new Set<ThingName>([
  'daisy',
  'poppy',
  'cosmos',
  'tulip',
  'rose',
  'hydrangea',
  'sunflower',
  'lavender',
  'canola',
  'lotus',
  'reeds',
]);

/** What a kind of plant becomes in the season at hand. */
export function inSeason(name: ThingName, reading: Reading, rng: Rng): ThingName {
  const table = reading.seasons.includes('autumn')
    ? AUTUMN
    : reading.seasons.includes('spring')
      ? SPRING
      : isWintry(reading)
        ? WINTER
        : {};
  const choices = table[name];
  return choices ? rng.pick(choices) : name;
}

export function isWintry(reading: Reading): boolean {
  return reading.seasons.includes('winter') || reading.weather.includes('snow');
}

function seasoned(setting: Setting, reading: Reading): Setting {
  const scatter = (setting.scatter ?? []).map((one): Scatter | null => {
    if (isWintry(reading) && one.draws.every((name) => FLOWERS.has(name))) return null;
    const kept = one.draws.filter((name) => !reading.refused.includes(name));
    const [first, ...rest] = kept;
    return first ? { ...one, draws: [first, ...rest] } : null;
  });
  const out: Setting = { ...setting, scatter: scatter.filter((one) => one !== null) };
  if (!setting.ground) return out;
  const { kind } = setting.ground;
  const green = kind === 'grass' || kind === 'crop' || kind === 'leaves' || kind === 'earth';
  if (isWintry(reading) && kind !== 'paved' && kind !== 'sand')
    return {
      ...out,
      ground: SNOW_GROUND,
      ...(setting.far ? { far: { ...setting.far, snow: Math.max(0.6, setting.far.snow), wooded: 0 } } : {}),
    };
  if (reading.seasons.includes('autumn') && green)
    return {
      ...out,
      ground: { ...setting.ground, colour: warmer(setting.ground.colour), patches: warmer(setting.ground.patches) },
      ...(setting.far ? { far: { ...setting.far, colour: mix(setting.far.colour, lch(0.52, 0.11, 50), 0.5) } } : {}),
    };
  return out;
}

function warmer(colour: Lab): Lab {
  return mix(colour, lch(colour[0] + 0.04, 0.11, 72), 0.62);
}

/** Merges settings: for each part, the first to name it decides; scattered things are all kept. */
export function mergeSettings(ids: readonly string[], reading: Reading): Setting {
  let merged: Setting = {};
  for (const id of ids) {
    const setting = SETTINGS[id];
    if (!setting) continue;
    const shore = merged.water === 'sea' && setting.ground ? { water: 'shore' as const } : {};
    const scatter = [...(merged.scatter ?? []), ...(setting.scatter ?? [])];
    merged = { ...setting, ...merged, ...shore, scatter };
  }
  const onGround = reading.things.some((thing) => THINGS[thing.draws as ThingName].on === 'ground');
  if (merged.water === 'sea' && onGround) merged = { ...merged, water: 'shore', ground: merged.ground ?? GRASS };
  if (merged.kind === 'sky' && onGround) {
    const { kind: _, horizon: __, ...rest } = merged;
    merged = { far: SETTINGS.hills!.far!, ground: GRASS, ...rest };
  }
  if (!merged.ground && !merged.water && !merged.kind) merged = { ...merged, ground: GRASS };
  return seasoned(merged, reading);
}
