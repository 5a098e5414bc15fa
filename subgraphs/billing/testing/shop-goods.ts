import type { SoldVariant } from './lemon-squeezy/shop.ts';

export const SHOP_SECRET = 'a-secret-of-forty';

/** Our products at the shop's variants, at the prices of our settings. */
export const VARIANTS = new Map([
  ['starter', '101'],
  ['pro', '102'],
  ['studio', '103'],
  ['pack-500', '201'],
]);

export const SOLD = new Map<string, SoldVariant>([
  ['101', { kind: 'plan', cents: 900 }],
  ['102', { kind: 'plan', cents: 2_400 }],
  ['103', { kind: 'plan', cents: 5_900 }],
  ['201', { kind: 'pack', cents: 600 }],
  // Sold in the same shop, and none of ours.
  ['301', { kind: 'plan', cents: 5_900 }],
]);
