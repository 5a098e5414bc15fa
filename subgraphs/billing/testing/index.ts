export { openTestStore } from './open-test-store.ts';
export { openStorefront } from './lemon-squeezy/storefront.ts';
export type { Storefront } from './lemon-squeezy/storefront.ts';
export { benchHolds } from './hold-bench.ts';
export type { HoldRun } from './hold-bench.ts';
import { isRefusal } from '@modu/errors';
import { createId } from '@modu/ids';
import { grantCredits } from '../src/operations/grant-credits.ts';
import { openTestStore } from './open-test-store.ts';

export interface CreditsSeed {
  /** The database of a running billing module. */
  readonly url: string;
  readonly userId: string;
  readonly amount: number;
}

/** Gives a person credits on top of the free ones, for tests that need more than a hundred. */
export async function seedCredits({ url, userId, amount }: CreditsSeed): Promise<void> {
  const store = await openTestStore(url);
  try {
    const viewer = { kind: 'service', service: 'testing', locale: 'en' } as const;
    const granted = await grantCredits(store.ledger, viewer, { userId, amount, idempotencyKey: `seed:${createId()}` });
    if (isRefusal(granted)) throw new Error(`The grant was refused: ${granted.reason}`);
  } finally {
    await store.close();
  }
}
