import { type Lab, lch } from '../colour/oklab.ts';
import type { ThingWish } from '../prompt/reading.ts';

const STILL_LIFE: readonly ThingWish[] = [
  { id: 'moonjar', draws: 'moonjar', count: 1, plural: false },
  { id: 'pear', draws: 'pear', count: 2, plural: true },
  { id: 'persimmon', draws: 'persimmon', count: 3, plural: true },
];
const VASES: ReadonlySet<string> = new Set(['moonjar', 'celadon', 'bouquet']);

/** Flowers that are cut for a vase, with the colour their bunch has when the prompt names none. */
const CUT_FLOWERS: Readonly<Record<string, Lab>> = {
  flower: lch(0.72, 0.16, 10),
  daisy: lch(0.95, 0.02, 100),
  sunflower: lch(0.84, 0.16, 88),
  cosmos: lch(0.74, 0.15, 350),
  poppy: lch(0.6, 0.21, 30),
  tulip: lch(0.64, 0.19, 20),
  rose: lch(0.57, 0.19, 20),
  lavender: lch(0.6, 0.13, 300),
  hydrangea: lch(0.66, 0.12, 275),
  canola: lch(0.87, 0.17, 100),
  azalea: lch(0.68, 0.2, 355),
};

/** What stands on a table: never nothing, and cut flowers in the vase that was asked for beside them. */
export function tableWishes(wishes: ThingWish[], refused: readonly string[]): ThingWish[] {
  if (wishes.length === 0) return STILL_LIFE.filter((wish) => !refused.includes(wish.id));
  const vase = wishes.find((wish) => VASES.has(wish.draws));
  const flower = wishes.find((wish) => Object.hasOwn(CUT_FLOWERS, wish.draws));
  if (!vase || !flower) return wishes;
  const colour = flower.colour ?? CUT_FLOWERS[flower.draws];
  const bunch: ThingWish = {
    ...flower,
    draws: 'bouquet',
    count: vase.count ?? 1,
    plural: false,
    ...(colour ? { colour } : {}),
  };
  return [bunch, ...wishes.filter((wish) => wish !== vase && wish !== flower)];
}
