/** Credits that are bought once and never expire. */
export interface CreditPack {
  readonly id: string;
  readonly name: string;
  readonly credits: number;
  readonly priceCents: number;
  readonly currency: string;
}

const PACKS: readonly CreditPack[] = [
  { id: 'pack-500', name: '500 credits', credits: 500, priceCents: 600, currency: 'USD' },
  { id: 'pack-2000', name: '2,000 credits', credits: 2_000, priceCents: 2_000, currency: 'USD' },
  { id: 'pack-10000', name: '10,000 credits', credits: 10_000, priceCents: 8_000, currency: 'USD' },
];

/** All packs, smallest first. */
export function listPacks(): readonly CreditPack[] {
  return PACKS;
}

export function findPack(id: string): CreditPack | undefined {
  return PACKS.find((pack) => pack.id === id);
}
