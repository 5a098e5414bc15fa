import type { ThingWish } from '../prompt/reading.ts';
import type { Rng } from '../random/rng.ts';
import { THINGS, type ThingName } from '../things/registry.ts';
import { inSeason } from './choose-setting.ts';
import { EYE_METRES, fogAt, type Frame, shownMetres, sizeAt } from './perspective.ts';
import type { PlacedThing } from './plan.ts';

function footingOf(frame: Frame, name: ThingName): PlacedThing['footing'] {
  const { on } = THINGS[name];
  if (frame.kind === 'cosmos' || frame.kind === 'deep' || frame.kind === 'sky')
    return frame.kind === 'deep' && (on === 'ground' || name === 'seaweed' || name === 'coral') ? 'ground' : 'air';
  if (on === 'sky') return 'air';
  return on === 'water' || on === 'deep' ? (frame.water ? 'water' : 'ground') : 'ground';
}

export function countFor(wish: ThingWish, rng: Rng): number {
  if (wish.count !== undefined) return wish.count;
  if (wish.plural) return 3 + rng.below(3);
  return 1;
}

interface Slot {
  index: number;
  count: number;
  /** How large, as a share of the shorter side. */
  share: number;
  /** Centre of the group, 0..1 of the width. */
  centre: number;
  rng: Rng;
}

function groupX(frame: Frame, slot: Slot, wide: number): number {
  const { index, count, centre, rng } = slot;
  const unit = Math.min(frame.width, frame.height);
  const gap = Math.min(slot.share * unit * Math.max(0.62, wide) * 1.05, (frame.width * 0.86) / Math.max(1, count));
  const half = (gap * (count - 1)) / 2;
  const middle = Math.min(frame.width * 0.95 - half, Math.max(frame.width * 0.05 + half, centre * frame.width));
  return middle - half + index * gap + rng.bell() * gap * 0.16;
}

function onLand(
  frame: Frame,
  name: ThingName,
  slot: Slot,
  footing: 'ground' | 'water',
): { x: number; y: number; size: number } {
  const { metres, wide } = THINGS[name];
  const { rng, share } = slot;
  const unit = Math.min(frame.width, frame.height);
  const room =
    footing === 'water' && frame.water ? frame.water : { from: frame.ground?.from ?? frame.horizon, to: frame.height };
  const depth = room.to - room.from;
  const wanted = frame.horizon + (share * unit * EYE_METRES) / shownMetres(metres);
  const low = room.from + depth * (footing === 'water' ? 0.2 : 0.14);
  // Shores are ragged: floating things keep clear of the near one.
  const edge = footing === 'water' && room.to < frame.height * 0.98 ? 0.66 : 0.9;
  const y =
    Math.min(room.from + depth * edge, Math.max(low, wanted)) + rng.bell() * depth * (slot.count > 1 ? 0.09 : 0.02);
  const size = Math.min(share * unit * 1.15, Math.max(share * unit * 0.8, sizeAt(frame, y, metres)));
  const x = groupX(frame, slot, wide);
  return {
    x: footing === 'ground' ? onBank(frame, x, y) : x,
    y: Math.min(frame.height * 0.97, y),
    size: Math.min(size, (frame.width * 0.88) / (Math.max(wide, 0.5) * slot.count ** 0.8)),
  };
}

/** Keeps what stands on land out of a river that runs down the middle. */
function onBank(frame: Frame, x: number, y: number): number {
  if (frame.water?.kind !== 'river') return x;
  const near = (y - frame.water.from) / (frame.height - frame.water.from);
  const clear = frame.width * (0.12 + 0.3 * Math.max(0, near) ** 1.2);
  const off = x - frame.width / 2;
  return Math.abs(off) >= clear
    ? x
    : Math.min(frame.width * 0.92, Math.max(frame.width * 0.08, frame.width / 2 + (off < 0 ? -clear : clear)));
}

function inAir(frame: Frame, name: ThingName, slot: Slot): { x: number; y: number; size: number } {
  const { rng, share } = slot;
  const { wide } = THINGS[name];
  const unit = Math.min(frame.width, frame.height);
  const open = frame.kind === 'land' ? Math.max(unit * 0.3, frame.horizon * 0.94) : frame.height * 0.86;
  const size = Math.min(
    share * unit * (slot.count > 1 ? rng.between(0.5, 1.25) : 1),
    (frame.width * 0.8) / wide,
    open * 0.85,
  );
  const band = slot.count > 1 ? ((slot.index * 0.618 + rng.between(0, 0.3)) % 1) * 0.9 : rng.between(0.25, 0.6);
  return {
    x: groupX(frame, slot, wide) + rng.bell() * size * 0.2,
    y: size * 1.05 + band * Math.max(0, open - size * 1.1),
    size,
  };
}

function shareFor(name: ThingName, count: number, rank: number, footing: PlacedThing['footing']): number {
  const base =
    footing === 'air'
      ? THINGS[name].metres < 2
        ? 0.13
        : 0.34
      : THINGS[name].metres >= 4
        ? 0.44
        : THINGS[name].metres < 0.75
          ? 0.25
          : 0.34;
  return (base * (rank === 0 ? 1 : 0.78)) / Math.max(1, (count / 1.5) ** 0.42);
}

/** Keeps a thing whole within the frame where it fits. */
function inside(frame: Frame, at: { x: number; y: number; size: number }, wide: number) {
  const half = Math.min(frame.width * 0.49, at.size * Math.max(0.4, wide) * 0.52);
  return { ...at, x: Math.min(frame.width - half, Math.max(half, at.x)) };
}

export interface WishOptions {
  wish: ThingWish;
  /** Its place in the prompt's order, and how many wishes there are. */
  rank: number;
  total: number;
  rng: Rng;
}

/** Places all of one wish, grouped off the middle: the first thing named sits near a third of the width. */
export function placeWish(frame: Frame, { wish, rank, total, rng }: WishOptions): PlacedThing[] {
  const count = countFor(wish, rng);
  const thirds = total === 1 && count > 2 ? 0.5 : frame.light.source.x > 0.5 ? 0.36 : 0.64;
  const centre = ((thirds + rank * 0.382 + rng.bell() * 0.05 - 0.08) % 0.86) + 0.07;
  const placed: PlacedThing[] = [];
  for (let index = 0; index < count; index++) {
    const name = inSeason(wish.draws as ThingName, frame.reading, rng);
    const footing = footingOf(frame, name);
    const slot: Slot = { index, count, share: shareFor(name, count, rank, footing), centre, rng };
    const at =
      footing === 'air'
        ? inAir(frame, name, slot)
        : onLand(frame, name, slot, footing === 'water' ? 'water' : 'ground');
    const fog = footing === 'ground' || footing === 'water' ? fogAt(frame, at.y) * 0.6 : 0.05;
    const tint = wish.colour;
    placed.push({
      draws: name,
      ...inside(frame, at, THINGS[name].wide),
      fog,
      mirrored: rng.chance(0.5),
      care: 0.95,
      footing,
      key: `${wish.id} ${rank} ${index}`,
      ...(tint ? { tint } : {}),
    });
  }
  return placed;
}
