import type { Rng } from '../random/rng.ts';
import { THINGS, type ThingName } from '../things/registry.ts';
import { inSeason } from './choose-setting.ts';
import { fogAt, type Frame, sizeAt } from './perspective.ts';
import type { PlacedThing } from './plan.ts';
import type { Scatter } from './setting.ts';

/** Moves a row that would lie in open water to a bank: the far one where there is one; tall things never to the near one (null). */
function ashore(frame: Frame, y: number, rng: Rng, tall: boolean): number | null {
  const { water, height, horizon } = frame;
  if (!water || water.kind === 'river' || water.kind === 'pond' || water.kind === 'falls') return y;
  const edge = Math.min(height * 0.97, water.to + (height - horizon) * 0.06);
  if (y < water.from || y > edge) return y;
  const farBank = water.from > horizon + 2 && rng.chance(0.7);
  if (!farBank && tall) return null;
  return farBank ? rng.between(horizon + (water.from - horizon) * 0.3, water.from) : rng.between(edge, height * 0.99);
}

interface Spot {
  x: number;
  y: number;
}

function spotFor(frame: Frame, scatter: Scatter, rng: Rng): Spot | null {
  const t = rng.next() ** 0.8;
  const wanted = frame.horizon + (frame.height - frame.horizon) * (scatter.from + (scatter.to - scatter.from) * t);
  const y =
    THINGS[scatter.draws[0]].on === 'ground' ? ashore(frame, wanted, rng, THINGS[scatter.draws[0]].metres > 3) : wanted;
  if (y === null) return null;
  const inland = frame.water?.kind === 'pond' || frame.water?.kind === 'falls';
  const wet =
    inland && frame.water && THINGS[scatter.draws[0]].on === 'ground' && y > frame.water.from && y < frame.water.to;
  if (!scatter.aside && !wet) return { x: rng.between(-0.02, 1.02) * frame.width, y };
  const open = wet ? 0.42 : 0.14 + 0.3 * t;
  const side = rng.chance(0.5) ? -1 : 1;
  return { x: frame.width * (0.5 + side * rng.between(open, Math.max(open + 0.1, 0.55))), y };
}

/** Whether a scattered thing would stand in front of a subject, or too close beside it. */
function crowds(spot: Spot & { size: number }, subjects: readonly PlacedThing[], span: number): boolean {
  return subjects.some((one) => {
    const reach = (one.size * THINGS[one.draws].wide + spot.size * 0.5) * 0.42;
    const beside = Math.abs(one.x - spot.x) < reach;
    const inFront =
      spot.y > one.y - span * 0.01 && Math.abs(one.x - spot.x) < reach * 1.5 && spot.size > one.size * 0.4;
    return one.footing !== 'air' && (inFront || (beside && one.y < spot.y + span * 0.02));
  });
}

export interface ScatterOptions {
  scatter: Scatter;
  /** Which of the setting's scatters it is: part of its chance. */
  rank: number;
  rng: Rng;
  subjects: readonly PlacedThing[];
}

/** The trees, houses, flowers a place comes with, strewn in their distance band and out of the way of the subjects. */
export function placeScatter(frame: Frame, { scatter, rank, rng, subjects }: ScatterOptions): PlacedThing[] {
  const placed: PlacedThing[] = [];
  const footing = THINGS[scatter.draws[0]].on === 'water' && frame.water ? 'water' : 'ground';
  for (let index = 0; index < scatter.count; index++) {
    const draws: ThingName = inSeason(rng.pick(scatter.draws), frame.reading, rng);
    const spot = spotFor(frame, scatter, rng);
    if (!spot) continue;
    const own = sizeAt(frame, spot.y, THINGS[draws].metres) * rng.between(0.78, 1.2);
    const size = frame.kind === 'deep' ? frame.height * rng.between(0.12, 0.34) : own;
    if (size < 3 || crowds({ ...spot, size }, subjects, frame.height - frame.horizon)) continue;
    const fog = fogAt(frame, spot.y);
    placed.push({
      draws,
      ...spot,
      size,
      fog,
      mirrored: rng.chance(0.5),
      care: 0.4,
      footing,
      key: `scatter ${rank} ${index}`,
    });
  }
  return placed;
}
