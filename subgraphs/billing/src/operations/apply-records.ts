import { warnStorageTask } from '../contracts.ts';
import type { PaymentFact } from '../domain/payment/fact.ts';
import type { AccountTerms } from '../domain/plans.ts';
import { forgetAddresses } from '../store/departure-store.ts';
import { findOwner, nameOwners, upsertFact } from '../store/fact-store.ts';
import { applyStanding } from '../store/standing-store.ts';
import type { Applied } from '../store/standing-store.ts';
import type { BillingDesk } from './billing-desk.ts';

export interface ChangedTerms {
  readonly userId: string;
  readonly version: number;
  readonly terms: AccountTerms;
}

/** Tells the other domains that a person's terms are new. */
export type TermsAnnouncer = (changed: ChangedTerms) => Promise<void>;

type Desk = Pick<BillingDesk, 'ledger' | 'announce' | 'logger' | 'queue'> & {
  readonly provider: { readonly name: string } | null;
};

const NO_PROVIDER = 'none';

/** Brings a person's tier, terms and grants to what is known, and tells the others when the terms are new. */
export async function applyRecords(desk: Desk, userId: string): Promise<Applied> {
  await desk.queue.ensure(warnStorageTask);
  const applied = await applyStanding(desk.ledger, userId, {
    provider: desk.provider?.name ?? NO_PROVIDER,
    // With the change or not at all: a crash in between would leave nobody to warn.
    onLessStorage: async ({ version }, sql) =>
      void (await desk.queue.enqueue(warnStorageTask, { userId, version }, { sql })),
  });
  const { standing, hasChanged, version } = applied;
  if (hasChanged) {
    await desk.announce({ userId, version, terms: standing.terms });
  }
  if (standing.chargingIds.length > 1) {
    const subscriptionIds = standing.chargingIds;
    desk.logger.error({ userId, subscriptionIds }, 'somebody has more than one subscription that takes money');
  }
  return applied;
}

/** Somebody whose account has gone. */
export interface Departed {
  readonly userId: string;
  readonly closedAt: Date;
}

export interface GivenFact {
  readonly provider: string;
  readonly fact: PaymentFact;
  readonly userId: string | null;
}

/**
 * Keeps a fact and applies what follows from it, for its owner and for whoever is found to own others by it. Nothing is kept
 * that names somebody whose account has gone. @returns those of them it is about.
 */
export async function recordFact(desk: Desk, { provider, fact, userId }: GivenFact): Promise<Departed[]> {
  const { pool } = desk.ledger;
  await upsertFact(pool, { provider, fact, userId });
  const found = await nameOwners(pool, provider);
  const owner = await findOwner(pool, { provider, fact });
  const departed: Departed[] = [];
  for (const person of new Set([...found, ...(owner === undefined ? [] : [owner])])) {
    const { closedAt } = await applyRecords(desk, person);
    if (closedAt) departed.push({ userId: person, closedAt });
  }
  for (const { userId: gone } of departed) await forgetAddresses(pool, gone);
  return departed;
}
