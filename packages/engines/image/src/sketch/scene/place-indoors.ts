import type { ThingWish } from '../prompt/reading.ts';
import type { Rng } from '../random/rng.ts';
import { THINGS, type ThingName } from '../things/registry.ts';
import type { PlacedThing, Plan } from './plan.ts';

interface Item {
  wish: ThingWish;
  name: ThingName;
  key: string;
  wide: number;
  size: number;
}

/** Real sizes drawn together: a jar stays larger than an apple, if not as much as in life. */
function shownSize(metres: number, unit: number): number {
  return unit * Math.min(0.62, 0.2 + 0.42 * metres ** 0.55);
}

function itemsOf(wishes: readonly ThingWish[], counts: readonly number[], unit: number): Item[] {
  const items = wishes.flatMap((wish, rank) => {
    const name = wish.draws as ThingName;
    const { metres, wide } = THINGS[name];
    return Array.from({ length: counts[rank] ?? 1 }, (_, i) => ({
      wish,
      name,
      wide,
      key: `${wish.id} ${rank} ${i}`,
      size: shownSize(metres, unit),
    }));
  });
  // The tallest in the middle, the others to either side: the triangle of the old still lifes.
  const ordered: Item[] = [];
  for (const [i, item] of items.toSorted((a, b) => b.size - a.size).entries()) {
    if (i % 2 === 0) ordered.push(item);
    else ordered.unshift(item);
  }
  return ordered;
}

/** Lays things on the table in one loose row (two when there are many), the group a little off the middle. */
export function placeOnTable(
  frame: Omit<Plan, 'things'>,
  wishes: readonly ThingWish[],
  counts: readonly number[],
  rng: Rng,
): PlacedThing[] {
  const unit = Math.min(frame.width, frame.height);
  const items = itemsOf(wishes, counts, unit);
  const step = items.length > 4 ? 0.62 : 0.86;
  const total = items.reduce((sum, item) => sum + item.size * item.wide * step, 0);
  const fit = Math.min(1.25, (frame.width * 0.8) / Math.max(1, total));
  let x = frame.width * (0.5 + (frame.light.source.x > 0.5 ? -0.03 : 0.03)) - (total * fit) / 2;
  const depth = frame.height - frame.horizon;
  return items.map((item, i) => {
    const size = item.size * fit * rng.between(0.95, 1.05);
    const width = item.size * item.wide * step * fit;
    x += width;
    const tint = item.wish.colour;
    const forward = items.length > 2 ? (i % 2) * 0.2 + (item.size < unit * 0.36 ? 0.12 : 0) : 0.1;
    return {
      draws: item.name,
      x: x - width / 2 + rng.bell() * size * 0.04,
      y: frame.horizon + depth * (0.3 + forward) + rng.bell() * unit * 0.01,
      size,
      fog: 0,
      mirrored: rng.chance(0.5),
      care: 0.95,
      footing: THINGS[item.name].on === 'sky' ? 'air' : 'table',
      key: item.key,
      ...(tint ? { tint } : {}),
    };
  });
}

/** Where the window stands in a room: shares of the shorter side, x of its middle, half its width, sill and head from the floor up. */
export function windowOf(frame: Pick<Plan, 'width' | 'height' | 'light'>): {
  middle: number;
  half: number;
  sill: number;
  head: number;
} {
  const unit = Math.min(frame.width, frame.height);
  const [width, height] = [frame.width / unit, frame.height / unit];
  return {
    middle: width * (frame.light.source.x > 0.5 ? 0.58 : 0.42),
    half: Math.min(0.34, width * 0.3),
    sill: height * 0.42,
    head: height * 0.92,
  };
}

/** Sill or floor: how far along the row the next thing stands. */
interface Row {
  x: number;
  y: number;
  step: 1 | -1;
}

function roomSize(frame: Omit<Plan, 'things'>, name: ThingName, count: number): number {
  const { metres, wide } = THINGS[name];
  const unit = Math.min(frame.width, frame.height);
  const own = metres < SILL_METRES ? 0.17 + metres * 0.22 : Math.min(0.62, 0.24 + metres * 0.17);
  return Math.min(unit * own, (frame.width * 0.7) / wide) / Math.max(1, (count * wide) ** 0.25);
}

/** What is lower than this fits on a window sill. */
const SILL_METRES = 0.75;

/** Small things go on the window sill, the rest on the floor, each row filled from one side. */
export function placeInRoom(
  frame: Omit<Plan, 'things'>,
  wishes: readonly ThingWish[],
  counts: readonly number[],
  rng: Rng,
): PlacedThing[] {
  const unit = Math.min(frame.width, frame.height);
  const window = windowOf(frame);
  const toRight = window.middle * unit > frame.width / 2;
  const sill: Row = {
    x: (window.middle - window.half * 0.86) * unit,
    y: frame.height - window.sill * unit + unit * 0.012,
    step: 1,
  };
  const floor: Row = { x: frame.width * (toRight ? 0.06 : 0.94), y: frame.height * 0.86, step: toRight ? 1 : -1 };
  return wishes.flatMap((wish, rank) => {
    const name = wish.draws as ThingName;
    const { metres, wide, on } = THINGS[name];
    const row = metres < SILL_METRES ? sill : floor;
    const count = counts[rank] ?? 1;
    return Array.from({ length: count }, (_, i): PlacedThing => {
      const size = roomSize(frame, name, count);
      const half = size * Math.max(0.55, wide) * 0.5;
      const x = Math.min(frame.width - half, Math.max(half, row.x + half * row.step));
      row.x += half * 2 * row.step;
      const y = row === floor ? row.y + rng.bell() * unit * 0.03 : row.y;
      const key = `${wish.id} ${rank} ${i}`;
      const footing = on === 'sky' ? 'air' : 'table';
      const tint = wish.colour ? { tint: wish.colour } : {};
      return { draws: name, x, y, size, fog: 0, mirrored: rng.chance(0.5), care: 0.95, footing, key, ...tint };
    });
  });
}
