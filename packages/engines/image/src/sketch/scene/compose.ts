import { buildLight, chooseMoment } from '../light/build-light.ts';
import type { Light } from '../light/light.ts';
import type { Reading, ThingWish } from '../prompt/reading.ts';
import type { Rng } from '../random/rng.ts';
import type { ThingName } from '../things/registry.ts';
import { mergeSettings, settingIds } from './choose-setting.ts';
import { placeInRoom, placeOnTable } from './place-indoors.ts';
import { tableWishes } from './table-wishes.ts';
import { placeScatter } from './place-scatter.ts';
import { countFor, placeWish } from './place-things.ts';
import type { PlacedThing, Plan, SceneKind } from './plan.ts';
import type { Scatter, Setting } from './setting.ts';

/** Things are drawn far to near; more than this would only hide one another. */
const WISHES_MAX = 6;

const BEARERS: ReadonlySet<string> = new Set(['person', 'woman', 'child']);
const TREES: ReadonlySet<ThingName> = new Set([
  'tree',
  'autumntree',
  'redtree',
  'goldtree',
  'conifer',
  'pine',
  'birch',
  'cypress',
  'willow',
  'bare',
  'blossom',
  'whiteblossom',
  'palm',
]);

function horizonShare(kind: SceneKind, setting: Setting, rng: Rng): number {
  if (kind === 'table') return 0.56;
  if (kind === 'room') return 0.68;
  if (kind === 'deep') return 0.12;
  if (setting.horizon) return setting.horizon + rng.bell() * 0.03;
  return 0.56 + rng.bell() * 0.06;
}

function waterOf(setting: Setting, size: { height: number; horizon: number }): Plan['water'] {
  const { height, horizon } = size;
  const span = height - horizon;
  if (!setting.water) return null;
  switch (setting.water) {
    case 'sea':
      return { kind: 'sea', from: horizon, to: height };
    case 'shore':
      return { kind: 'shore', from: horizon, to: horizon + span * 0.44 };
    case 'lake':
      return { kind: 'lake', from: horizon + span * 0.06, to: horizon + span * 0.74 };
    case 'falls':
    case 'pond':
      return { kind: setting.water, from: horizon + span * 0.26, to: horizon + span * 0.78 };
    default:
      return { kind: 'river', from: horizon + span * 0.05, to: height };
  }
}

function groundOf(setting: Setting, water: Plan['water'], horizon: number): Plan['ground'] {
  if (!setting.ground) return null;
  if (!water || water.kind === 'river' || water.kind === 'pond' || water.kind === 'falls') return { from: horizon };
  return { from: water.to };
}

/** A prompt that counts its trees gets that many: the place adds none of the same kind, save specks on the horizon. */
function withoutCounted(scatter: Scatter, wishes: readonly ThingWish[]): Scatter | null {
  const counted = wishes.filter((wish) => wish.count !== undefined).map((wish) => wish.draws as ThingName);
  if (counted.length === 0 || scatter.to <= 0.06) return scatter;
  const trees = counted.some((name) => TREES.has(name));
  const [first, ...rest] = scatter.draws.filter((name) => !counted.includes(name) && !(trees && TREES.has(name)));
  return first ? { ...scatter, draws: [first, ...rest] } : null;
}

/** What the reading asks for, without a person of its own for the umbrella that already has one. */
function wishesOf(reading: Reading): ThingWish[] {
  const held = reading.things.some((thing) => thing.draws === 'umbrella');
  const bearer = (thing: ThingWish) => held && BEARERS.has(thing.draws) && (thing.count ?? 1) === 1 && !thing.plural;
  return reading.things.filter((thing) => !bearer(thing)).slice(0, WISHES_MAX);
}

function crowd(plan: Omit<Plan, 'things'>, rng: Rng): PlacedThing[] {
  const asked = wishesOf(plan.reading);
  const wishes = plan.kind === 'table' ? tableWishes(asked, plan.reading.refused) : asked;
  if (plan.kind === 'table' || plan.kind === 'room') {
    const counts = wishes.map((wish) => countFor(wish, rng.fork(wish.id)));
    const place = plan.kind === 'table' ? placeOnTable : placeInRoom;
    return place(plan, wishes, counts, rng.fork('indoors')).sort((a, b) => a.y - b.y);
  }
  const subjects = wishes.flatMap((wish, rank) =>
    placeWish(plan, { wish, rank, total: wishes.length, rng: rng.fork(`wish ${rank}`) }),
  );
  const scatter = plan.kind !== 'land' && plan.kind !== 'deep' ? [] : (plan.setting.scatter ?? []);
  const strewn = scatter.flatMap((one, rank) => {
    const left = withoutCounted(one, wishes);
    return left ? placeScatter(plan, { scatter: left, rank, rng: rng.fork(`scatter ${rank}`), subjects }) : [];
  });
  return [...strewn, ...subjects].sort((a, b) => depthOf(a) - depthOf(b));
}

const depthOf = (thing: PlacedThing) => (thing.footing === 'air' ? thing.size * 0.001 : thing.y);

/** Indoors a lamp is lit when it is dark outside. */
function lampLit(light: Light): Light {
  if (!light.dark) return light;
  return { ...light, ambient: 0.56, strength: 0.4, key: [0.9, 0.03, 0.1], shade: [0.35, 0.0, -0.02] };
}

/** Turns a reading into a composition of the given size. */
export function compose(reading: Reading, size: { width: number; height: number }, rng: Rng): Plan {
  const { width, height } = size;
  const ids = settingIds(reading, rng.fork('place'));
  const setting = mergeSettings(ids, reading);
  const kind: SceneKind = ids.length === 0 ? 'abstract' : (setting.kind ?? 'land');
  const moment = kind === 'cosmos' ? 'night' : chooseMoment(reading, rng.fork('moment'));
  const outside = buildLight(reading, moment, rng.fork('light'));
  const light = kind === 'room' || kind === 'table' ? lampLit(outside) : outside;
  const horizon = Math.round(height * horizonShare(kind, setting, rng.fork('horizon')));
  const water = waterOf(setting, { height, horizon });
  const base = {
    width,
    height,
    kind,
    setting,
    reading,
    light,
    horizon,
    water,
    ground: groundOf(setting, water, horizon),
  };
  return { ...base, things: crowd(base, rng.fork('things')) };
}
