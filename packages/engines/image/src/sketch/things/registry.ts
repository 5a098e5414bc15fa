import { hex, lch } from '../colour/oklab.ts';
import { airplane, balloon, rocket, rowboat, sailboat, ship } from './vessels.ts';
import { balloons, dragon, kite, ufo } from './airborne.ts';
import { bamboo, bareTree, birch, bush, cactus, fruitTree, palm } from './trees-rare.ts';
import { banana, books, bowl, candle, chair, cup, fruit, guitar, jar, tableLamp, teapot } from './table-things.ts';
import { beast } from './beasts.ts';
import { bench, bridge, fence, fountain, gate, lantern, streetLamp } from './works.ts';
import { bicycle, bus, car, train } from './wheels.ts';
import { blossomTree, broadleaf, columnTree, conifer, oldPine, willow } from './trees.ts';
import { bouquet, flower, mushroom, reeds } from './flowers.ts';
import { BUILDS } from './builds.ts';
import { butterfly, crane, flyingBird, owl, perchedBird, waterBird } from './birds.ts';
import { cabin, hanok, house, pagoda, temple } from './houses.ts';
import { castle, church, lighthouse, skyscraper, tent, tower, windmill } from './towers.ts';
import { coral, fish, jellyfish, seaweed, turtle, whale } from './sea-life.ts';
import { couple, person, snowman } from './people.ts';
import { sittingCat } from './sitting-cat.ts';
import type { Footing, Thing } from './thing.ts';

const thing = (draw: Thing['draw'], metres: number, wide: number, on: Footing = 'ground'): Thing => ({
  draw,
  metres,
  wide,
  on,
});
const heart = hex('#d9a53a');

const PLANTS = {
  tree: thing(broadleaf(lch(0.52, 0.1, 134)), 9, 0.9),
  autumntree: thing(broadleaf(lch(0.6, 0.15, 48)), 9, 0.9),
  redtree: thing(broadleaf(lch(0.52, 0.17, 30)), 8, 0.9),
  goldtree: thing(broadleaf(lch(0.78, 0.15, 92)), 10, 0.9),
  olive: thing(broadleaf(lch(0.6, 0.05, 125)), 5, 0.9),
  blossom: thing(blossomTree(lch(0.86, 0.07, 2)), 6.5, 1),
  whiteblossom: thing(blossomTree(lch(0.94, 0.02, 60)), 6.5, 1),
  conifer: thing(conifer(lch(0.42, 0.07, 155)), 12, 0.5),
  pine: thing(oldPine, 9, 0.95),
  cypress: thing(columnTree(lch(0.42, 0.08, 145)), 11, 0.3),
  willow: thing(willow, 8, 1),
  birch: thing(birch, 9, 0.5),
  bare: thing(bareTree, 7, 0.9),
  palm: thing(palm, 9, 0.8),
  bamboo: thing(bamboo, 8, 0.5),
  bush: thing(bush, 1.6, 1.5),
  cactus: thing(cactus, 3.4, 0.6),
  persimmontree: thing(fruitTree({ colour: lch(0.68, 0.18, 52), bare: true }), 6, 0.9),
  appletree: thing(fruitTree({ colour: lch(0.52, 0.18, 27), bare: false }), 5, 0.9),
  orangetree: thing(fruitTree({ colour: lch(0.74, 0.16, 62), bare: false }), 4.5, 0.9),
  reeds: thing(reeds, 1.8, 1),
  mushroom: thing(mushroom, 0.7, 0.9),
  seaweed: thing(seaweed, 2, 0.6, 'deep'),
  coral: thing(coral, 1.4, 0.9, 'deep'),
} satisfies Record<string, Thing>;

const FLOWERS = {
  flower: thing(flower({ petal: lch(0.72, 0.16, 10), heart, form: 'daisy' }), 1.1, 1),
  daisy: thing(flower({ petal: lch(0.96, 0.01, 100), heart, form: 'daisy' }), 0.9, 1),
  sunflower: thing(flower({ petal: lch(0.84, 0.16, 88), heart: hex('#4a2f1c'), form: 'daisy' }), 2, 1),
  cosmos: thing(flower({ petal: lch(0.74, 0.15, 350), heart, form: 'daisy' }), 1.2, 1),
  poppy: thing(flower({ petal: lch(0.6, 0.21, 30), heart: hex('#2a1d1c'), form: 'cup' }), 0.9, 1),
  tulip: thing(flower({ petal: lch(0.64, 0.19, 20), heart, form: 'cup' }), 0.9, 1),
  rose: thing(flower({ petal: lch(0.55, 0.19, 20), heart, form: 'rose' }), 1.1, 1),
  lavender: thing(flower({ petal: lch(0.6, 0.13, 300), heart, form: 'spike' }), 1, 1),
  hydrangea: thing(flower({ petal: lch(0.66, 0.12, 275), heart, form: 'ball' }), 1.2, 1),
  canola: thing(flower({ petal: lch(0.87, 0.17, 100), heart, form: 'spike' }), 1.2, 1),
  azalea: thing(flower({ petal: lch(0.68, 0.2, 355), heart, form: 'ball' }), 1.4, 1),
  lotus: thing(flower({ petal: lch(0.85, 0.08, 355), heart, form: 'lotus' }), 0.8, 1, 'water'),
  bouquet: thing(bouquet, 0.5, 0.8, 'table'),
} satisfies Record<string, Thing>;

const BUILT = {
  house: thing(house({ wall: hex('#e6dac4'), roof: hex('#a0523a') }), 7, 1.3),
  barn: thing(house({ wall: hex('#9c3f30'), roof: hex('#5d5451') }), 8, 1.3),
  cottage: thing(house({ wall: hex('#ddd0b6'), roof: hex('#a98a55') }), 5, 1.3),
  cabin: thing(cabin, 5.5, 1.5),
  hanok: thing(hanok, 5.5, 2.3),
  pagoda: thing(pagoda, 16, 0.7),
  temple: thing(temple, 11, 2.3),
  castle: thing(castle, 26, 1.2),
  church: thing(church, 15, 0.9),
  tower: thing(tower, 18, 0.4),
  lighthouse: thing(lighthouse, 19, 0.6),
  windmill: thing(windmill, 13, 0.9),
  skyscraper: thing(skyscraper, 70, 0.4),
  tent: thing(tent, 2.4, 1.6),
  bridge: thing(bridge, 5, 3.4, 'water'),
  gate: thing(gate, 6, 1.4),
  fence: thing(fence, 1.2, 4),
  fountain: thing(fountain, 3.4, 1.5),
  bench: thing(bench, 1, 1.9),
  streetlamp: thing(streetLamp, 4.5, 0.25),
  lantern: thing(lantern, 0.9, 0.8, 'sky'),
} satisfies Record<string, Thing>;

const MOVING = {
  sailboat: thing(sailboat, 9, 0.9, 'water'),
  rowboat: thing(rowboat, 1.5, 2.4, 'water'),
  ship: thing(ship, 16, 2, 'water'),
  balloon: thing(balloon, 15, 0.75, 'sky'),
  balloons: thing(balloons, 3, 1, 'sky'),
  airplane: thing(airplane, 5, 3, 'sky'),
  rocket: thing(rocket, 20, 0.5, 'sky'),
  ufo: thing(ufo, 5, 2.1, 'sky'),
  kite: thing(kite, 3, 0.7, 'sky'),
  dragon: thing(dragon, 12, 2.6, 'sky'),
  car: thing(car, 1.5, 2.7),
  bus: thing(bus, 3, 2.2),
  train: thing(train, 3.6, 7),
  bicycle: thing(bicycle, 1.1, 1.7),
} satisfies Record<string, Thing>;

const beasts = (metres: Record<keyof typeof BUILDS, number>) =>
  Object.fromEntries(
    Object.entries(BUILDS).map(([name, build]) => [
      name,
      thing(beast(build), metres[name as keyof typeof BUILDS], 1.4),
    ]),
  ) as Record<keyof typeof BUILDS, Thing>;

const LIVING = {
  ...beasts({
    dog: 0.8,
    fox: 0.8,
    wolf: 1.1,
    rabbit: 0.5,
    deer: 1.8,
    horse: 2.2,
    cow: 1.8,
    hanwoo: 1.8,
    sheep: 1.2,
    bear: 1.8,
    pig: 1,
    elephant: 3.4,
    tiger: 1.4,
    lion: 1.4,
  }),
  cat: thing(sittingCat, 0.55, 0.8),
  bird: thing(flyingBird(hex('#4a4a50')), 0.7, 2, 'sky'),
  gull: thing(flyingBird(hex('#e8e8e6')), 0.7, 2, 'sky'),
  songbird: thing(perchedBird(hex('#4d7ba0')), 0.4, 1.3),
  duck: thing(
    waterBird({ coat: hex('#8a6f52'), head: hex('#2f5f48'), bill: hex('#d9a53a'), neck: 0.35 }),
    0.6,
    1.6,
    'water',
  ),
  swan: thing(
    waterBird({ coat: hex('#f1eee6'), head: hex('#f1eee6'), bill: hex('#d97f2c'), neck: 1 }),
    1,
    1.6,
    'water',
  ),
  crane: thing(crane, 1.5, 0.9),
  owl: thing(owl, 0.6, 0.7),
  butterfly: thing(butterfly, 0.4, 1.5, 'sky'),
  fish: thing(fish, 0.6, 2, 'deep'),
  whale: thing(whale, 6, 2.6, 'deep'),
  turtle: thing(turtle, 0.8, 1.9, 'deep'),
  jellyfish: thing(jellyfish, 1, 0.8, 'deep'),
  person: thing(person({ head: 0.075, skirt: false, umbrella: false }), 1.7, 0.4),
  woman: thing(person({ head: 0.076, skirt: true, umbrella: false }), 1.65, 0.4),
  child: thing(person({ head: 0.1, skirt: false, umbrella: false }), 1.15, 0.45),
  umbrella: thing(person({ head: 0.075, skirt: false, umbrella: true }), 1.9, 0.8),
  couple: thing(couple, 1.7, 0.7),
  snowman: thing(snowman, 1.5, 0.8),
} satisfies Record<string, Thing>;

const TABLE = {
  apple: thing(fruit({ skin: lch(0.5, 0.19, 26), wide: 1, top: 'leafy' }), 0.09, 1, 'table'),
  persimmon: thing(fruit({ skin: lch(0.68, 0.18, 52), wide: 1.12, top: 'calyx' }), 0.09, 1.1, 'table'),
  orange: thing(fruit({ skin: lch(0.74, 0.17, 60), wide: 1, top: 'leafy' }), 0.09, 1, 'table'),
  peach: thing(fruit({ skin: lch(0.8, 0.11, 35), wide: 1, top: 'leafy' }), 0.09, 1, 'table'),
  pear: thing(fruit({ skin: lch(0.78, 0.11, 90), wide: 0.95, top: 'stem' }), 0.1, 1, 'table'),
  lemon: thing(fruit({ skin: lch(0.87, 0.16, 102), wide: 1.15, top: 'none' }), 0.08, 1.1, 'table'),
  tomato: thing(fruit({ skin: lch(0.56, 0.2, 30), wide: 1.1, top: 'calyx' }), 0.09, 1.1, 'table'),
  plum: thing(fruit({ skin: lch(0.4, 0.12, 340), wide: 0.95, top: 'stem' }), 0.07, 1, 'table'),
  watermelon: thing(fruit({ skin: lch(0.45, 0.11, 142), wide: 1.1, top: 'stem' }), 0.25, 1.1, 'table'),
  pumpkin: thing(fruit({ skin: lch(0.66, 0.16, 55), wide: 1.25, top: 'stem' }), 0.25, 1.25, 'table'),
  banana: thing(banana, 0.08, 2, 'table'),
  cup: thing(cup, 0.1, 1.4, 'table'),
  bowl: thing(bowl, 0.14, 1.6, 'table'),
  teapot: thing(teapot, 0.18, 1.6, 'table'),
  moonjar: thing(jar({ glaze: hex('#eeeae0'), mouth: 0.2 }), 0.35, 1, 'table'),
  onggi: thing(jar({ glaze: hex('#5a3a28'), mouth: 0.26 }), 0.7, 1),
  celadon: thing(jar({ glaze: hex('#93b0a0'), mouth: 0.12 }), 0.35, 1, 'table'),
  books: thing(books, 0.16, 1.7, 'table'),
  candle: thing(candle, 0.2, 0.5, 'table'),
  tablelamp: thing(tableLamp, 0.5, 0.8, 'table'),
  chair: thing(chair, 1, 0.8),
  guitar: thing(guitar, 1, 0.5),
} satisfies Record<string, Thing>;

/** Every thing that Sketch can draw, by the name the lexicon uses. */
export const THINGS = { ...PLANTS, ...FLOWERS, ...BUILT, ...MOVING, ...LIVING, ...TABLE };
export type ThingName = keyof typeof THINGS;
