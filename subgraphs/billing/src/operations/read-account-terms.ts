import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { PlanLimits, Tier } from '../domain/plans.ts';
import { planOf } from '../domain/plans.ts';
import type { Ledger } from '../store/ledger.ts';
import { readAccounts } from './read-accounts.ts';

/** What a person's plan allows, for the domains that keep to it. */
export interface AccountTerms {
  readonly tier: Tier;
  readonly limits: PlanLimits;
  readonly storageBytes: number;
}

/** The terms of a person's plan; only for services. */
export async function readAccountTerms(ledger: Ledger, viewer: Viewer, userId: string): Promise<AccountTerms> {
  assertService(viewer);
  const [account] = await readAccounts(ledger, viewer, [userId]);
  const { tier, limits, storageBytes } = planOf(account?.tier ?? 'FREE');
  return { tier, limits, storageBytes };
}
