import type { BillingContext } from '../../context.ts';
import { listPacks } from '../../domain/packs.ts';

export const creditPacks = (_: unknown, __: unknown, { desk }: BillingContext) =>
  listPacks().map((pack) => ({ ...pack, onSale: desk.provider?.sells(pack.id) ?? false }));
