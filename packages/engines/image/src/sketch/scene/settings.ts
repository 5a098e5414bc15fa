import { lch } from '../colour/oklab.ts';
import type { ThingName } from '../things/registry.ts';
import type { Scatter, Setting } from './setting.ts';
import {
  DESERT,
  DUNES,
  FOREST_FLOOR,
  GRASS,
  HILLS,
  LOW,
  MESAS,
  MOUNTAINS,
  PAVED,
  ROCK,
  SAND,
  SNOWY,
  SNOW_GROUND,
  crop,
} from './terrain.ts';

const trees = (count: number, from: number, to: number): Scatter => ({
  draws: ['tree', 'tree', 'conifer', 'birch'],
  count,
  from,
  to,
});
const aside = (...draws: [ThingName, ...ThingName[]]): Scatter => ({
  draws,
  count: 4,
  from: 0.16,
  to: 0.5,
  aside: true,
});
const rows = (draws: ThingName, count: number): Scatter => ({ draws: [draws], count, from: 0.28, to: 1 });

/** By place id of the lexicon. */
export const SETTINGS: Record<string, Setting> = {
  mountain: { far: MOUNTAINS, ground: GRASS, scatter: [{ draws: ['conifer'], count: 26, from: 0.05, to: 0.3 }] },
  snowpeak: { far: SNOWY, ground: SNOW_GROUND, scatter: [{ draws: ['conifer'], count: 16, from: 0.05, to: 0.3 }] },
  volcano: {
    far: { ...MOUNTAINS, form: 'volcano', rise: 0.6, layers: 2, snow: 0.2, colour: lch(0.45, 0.04, 290) },
    ground: GRASS,
    scatter: [trees(14, 0.05, 0.25)],
  },
  hills: { far: { ...HILLS, rise: 0.3, layers: 4 }, ground: GRASS, scatter: [trees(12, 0.04, 0.35)] },
  valley: {
    far: { ...MOUNTAINS, rise: 0.5, wooded: 0.7, colour: lch(0.46, 0.06, 170) },
    ground: GRASS,
    water: 'river',
    scatter: [{ draws: ['conifer', 'tree'], count: 26, from: 0.04, to: 0.4, aside: true }],
  },
  canyon: {
    far: { ...MESAS, rise: 0.5, layers: 4 },
    ground: { kind: 'rock', colour: lch(0.6, 0.1, 48), patches: lch(0.68, 0.1, 60) },
    scatter: [{ draws: ['cactus', 'bush'], count: 5, from: 0.1, to: 0.6 }],
  },
  cliff: { far: { ...MESAS, colour: lch(0.6, 0.03, 90), rise: 0.3, layers: 2 }, ground: GRASS, water: 'lake' },
  sea: { water: 'sea', horizon: 0.5 },
  beach: {
    water: 'shore',
    ground: SAND,
    horizon: 0.46,
    scatter: [{ draws: ['palm'], count: 2, from: 0.55, to: 0.85, aside: true }],
  },
  island: { water: 'sea', far: { ...HILLS, rise: 0.22, layers: 2 }, horizon: 0.54 },
  harbour: {
    water: 'lake',
    far: LOW,
    ground: PAVED,
    scatter: [
      { draws: ['house', 'house', 'cottage'], count: 9, from: 0.015, to: 0.04 },
      { draws: ['sailboat'], count: 4, from: 0.18, to: 0.4 },
    ],
  },
  lake: {
    water: 'lake',
    far: MOUNTAINS,
    ground: GRASS,
    scatter: [{ draws: ['conifer', 'tree'], count: 30, from: 0.012, to: 0.035 }],
  },
  pond: {
    water: 'pond',
    far: LOW,
    ground: GRASS,
    scatter: [
      aside('willow', 'bush', 'tree'),
      { draws: ['lotus'], count: 9, from: 0.4, to: 0.75 },
      { draws: ['reeds'], count: 5, from: 0.75, to: 0.95, aside: true },
    ],
  },
  river: {
    water: 'river',
    far: HILLS,
    ground: GRASS,
    scatter: [{ draws: ['tree', 'willow', 'bush'], count: 14, from: 0.06, to: 0.5, aside: true }],
  },
  waterfall: {
    water: 'falls',
    far: { ...MOUNTAINS, rise: 0.56, snow: 0, wooded: 0.9, colour: lch(0.45, 0.06, 150) },
    ground: ROCK,
    scatter: [aside('conifer', 'bush')],
  },
  wetland: {
    water: 'pond',
    far: LOW,
    ground: { kind: 'grass', colour: lch(0.56, 0.08, 105), patches: lch(0.66, 0.08, 85) },
    scatter: [{ draws: ['reeds'], count: 24, from: 0.15, to: 0.95 }],
  },
  forest: {
    far: LOW,
    ground: FOREST_FLOOR,
    road: 'path',
    scatter: [
      trees(46, 0.02, 0.16),
      { draws: ['tree', 'conifer'], count: 18, from: 0.16, to: 0.42, aside: true },
      { draws: ['bush'], count: 10, from: 0.3, to: 0.9, aside: true },
    ],
  },
  bamboogrove: {
    ground: FOREST_FLOOR,
    road: 'path',
    scatter: [
      { draws: ['bamboo'], count: 44, from: 0.03, to: 0.24 },
      { draws: ['bamboo'], count: 22, from: 0.24, to: 0.6, aside: true },
    ],
  },
  meadow: {
    far: HILLS,
    ground: GRASS,
    scatter: [trees(7, 0.04, 0.2), { draws: ['daisy', 'poppy', 'cosmos'], count: 16, from: 0.62, to: 1 }],
  },
  flowerfield: {
    far: HILLS,
    ground: GRASS,
    scatter: [trees(6, 0.03, 0.12), rows('cosmos', 26), rows('poppy', 18), rows('daisy', 22)],
  },
  lavenderfield: {
    far: HILLS,
    ground: crop(lch(0.5, 0.12, 300), lch(0.6, 0.12, 308)),
    scatter: [{ draws: ['cypress'], count: 5, from: 0.05, to: 0.14 }, rows('lavender', 60)],
  },
  sunflowerfield: {
    far: HILLS,
    ground: crop(lch(0.6, 0.12, 115), lch(0.78, 0.15, 92)),
    scatter: [rows('sunflower', 60)],
  },
  canolafield: { far: HILLS, ground: crop(lch(0.83, 0.16, 100), lch(0.74, 0.14, 112)), scatter: [rows('canola', 56)] },
  poppyfield: { far: HILLS, ground: GRASS, scatter: [rows('poppy', 66)] },
  wheatfield: {
    far: LOW,
    ground: crop(lch(0.78, 0.12, 85), lch(0.7, 0.11, 78)),
    scatter: [trees(5, 0.03, 0.1), { draws: ['reeds'], count: 26, from: 0.5, to: 1 }],
  },
  ricefield: {
    far: MOUNTAINS,
    ground: crop(lch(0.7, 0.13, 125), lch(0.62, 0.12, 135)),
    scatter: [trees(8, 0.02, 0.08)],
  },
  teafield: { far: HILLS, ground: crop(lch(0.5, 0.11, 138), lch(0.62, 0.12, 128)), scatter: [trees(4, 0.04, 0.12)] },
  orchard: {
    far: LOW,
    ground: GRASS,
    scatter: [{ draws: ['appletree', 'orangetree'], count: 16, from: 0.06, to: 0.5 }],
  },
  garden: {
    far: LOW,
    ground: GRASS,
    road: 'path',
    scatter: [
      aside('tree', 'bush'),
      { draws: ['bush', 'hydrangea', 'rose', 'tulip', 'cosmos'], count: 28, from: 0.25, to: 1, aside: true },
    ],
  },
  park: {
    far: LOW,
    ground: GRASS,
    road: 'path',
    scatter: [
      { draws: ['tree', 'tree', 'autumntree'], count: 14, from: 0.05, to: 0.4, aside: true },
      { draws: ['bench'], count: 1, from: 0.5, to: 0.6, aside: true },
      { draws: ['streetlamp'], count: 3, from: 0.2, to: 0.5, aside: true },
    ],
  },
  farm: {
    far: HILLS,
    ground: crop(lch(0.62, 0.11, 120), lch(0.7, 0.1, 95)),
    scatter: [
      { draws: ['barn', 'house'], count: 2, from: 0.09, to: 0.16 },
      trees(6, 0.04, 0.14),
      { draws: ['fence'], count: 3, from: 0.3, to: 0.34 },
    ],
  },
  village: {
    far: HILLS,
    ground: GRASS,
    road: 'path',
    scatter: [{ draws: ['house', 'cottage', 'house', 'barn'], count: 11, from: 0.05, to: 0.24 }, trees(12, 0.04, 0.26)],
  },
  hanokvillage: {
    far: { ...MOUNTAINS, rise: 0.28, snow: 0 },
    ground: { kind: 'earth', colour: lch(0.68, 0.05, 70), patches: lch(0.6, 0.07, 110) },
    road: 'path',
    scatter: [
      { draws: ['hanok'], count: 9, from: 0.06, to: 0.2 },
      { draws: ['tree', 'pine', 'persimmontree'], count: 10, from: 0.04, to: 0.16 },
      { draws: ['hanok'], count: 5, from: 0.26, to: 0.46, aside: true },
      { draws: ['pine', 'persimmontree'], count: 2, from: 0.45, to: 0.6, aside: true },
    ],
  },
  city: {
    ground: PAVED,
    horizon: 0.64,
    scatter: [
      { draws: ['skyscraper'], count: 38, from: 0.03, to: 0.12 },
      { draws: ['tree'], count: 7, from: 0.3, to: 0.4 },
    ],
  },
  street: {
    ground: PAVED,
    road: 'street',
    scatter: [
      { draws: ['house', 'skyscraper', 'house'], count: 18, from: 0.06, to: 0.36, aside: true },
      { draws: ['streetlamp', 'tree'], count: 6, from: 0.14, to: 0.5, aside: true },
    ],
  },
  path: {
    road: 'path',
    far: HILLS,
    ground: GRASS,
    scatter: [{ draws: ['tree', 'bush'], count: 14, from: 0.06, to: 0.4, aside: true }],
  },
  desert: { far: DUNES, ground: DESERT, scatter: [{ draws: ['cactus'], count: 4, from: 0.12, to: 0.5 }] },
  snowfield: {
    far: { ...SNOWY, rise: 0.3 },
    ground: SNOW_GROUND,
    scatter: [{ draws: ['conifer'], count: 18, from: 0.04, to: 0.25 }],
  },
  underwater: { kind: 'deep', scatter: [{ draws: ['seaweed', 'coral', 'seaweed'], count: 16, from: 0.84, to: 0.99 }] },
  space: { kind: 'cosmos' },
  moonscape: { kind: 'cosmos', far: { ...MESAS, colour: lch(0.5, 0.02, 60), layers: 2, rise: 0.2 }, ground: ROCK },
  room: { kind: 'room' },
  window: { kind: 'room' },
  table: { kind: 'table' },
  sky: { kind: 'sky', horizon: 1.08 },
  cave: { far: MOUNTAINS, ground: ROCK, water: 'lake', framed: true },
};
