import { buildLight, chooseMoment } from '../light/build-light.ts';
import type { Reading } from '../prompt/reading.ts';
import type { Rng } from '../random/rng.ts';
import { THINGS, type ThingName } from '../things/registry.ts';
import { mergeSettings, settingIds } from './choose-setting.ts';
import { placeInRoom, placeOnTable } from './place-indoors.ts';
import { countFor, placeScatter, placeWish } from './place-things.ts';
import type { PlacedThing, Plan, SceneKind } from './plan.ts';
import type { Setting } from './settings.ts';

/** Things are drawn far to near; more than this would only hide one another. */
const WISHES_MAX = 6;

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

function crowd(plan: Omit<Plan, 'things'>, rng: Rng): PlacedThing[] {
  const wishes = plan.reading.things.slice(0, WISHES_MAX);
  if (plan.kind === 'table' || plan.kind === 'room') {
    const counts = wishes.map((wish) => countFor(wish, rng.fork(wish.id)));
    const place = plan.kind === 'table' ? placeOnTable : placeInRoom;
    return place(plan, wishes, counts, rng.fork('indoors')).sort((a, b) => a.y - b.y);
  }
  const subjects = wishes.flatMap((wish, rank) => placeWish(plan, wish, rank, rng.fork(`wish ${rank}`), wishes.length));
  const scatter = plan.kind !== 'land' && plan.kind !== 'deep' ? [] : (plan.setting.scatter ?? []);
  const wanted = new Set<ThingName>(subjects.map((one) => one.draws));
  const strewn = scatter.flatMap((one, rank) => {
    const named = one.draws.filter((name) => wanted.has(name));
    // A prompt that counts its trees gets that many: the place doesn't add more of the same, save far away.
    if (named.length > 0 && one.to > 0.2 && THINGS[one.draws[0]].metres > 2) return [];
    return placeScatter(plan, one, rank, rng.fork(`scatter ${rank}`), subjects);
  });
  return [...strewn, ...subjects].sort((a, b) => depthOf(a) - depthOf(b));
}

const depthOf = (thing: PlacedThing) => (thing.footing === 'air' ? thing.size * 0.001 : thing.y);

/** Turns a reading into a composition of the given size. */
export function compose(reading: Reading, size: { width: number; height: number }, rng: Rng): Plan {
  const { width, height } = size;
  const ids = settingIds(reading, rng.fork('place'));
  const setting = mergeSettings(ids, reading);
  const kind: SceneKind = ids.length === 0 ? 'abstract' : (setting.kind ?? 'land');
  const moment = kind === 'cosmos' ? 'night' : chooseMoment(reading, rng.fork('moment'));
  const light = buildLight(reading, moment, rng.fork('light'));
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
