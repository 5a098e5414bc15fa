import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { termsOf } from '../domain/payment/standing.ts';
import { planOf } from '../domain/plans.ts';
import type { AccountTerms } from '../domain/plans.ts';
import type { Ledger } from '../store/ledger.ts';
import { findStanding } from '../store/standing-store.ts';

/** The terms of a person's plan or agreement, free when nothing else is known; only for services. */
export async function readAccountTerms(ledger: Ledger, viewer: Viewer, userId: string): Promise<AccountTerms> {
  assertService(viewer);
  return (await findStanding(ledger.pool, userId))?.terms ?? termsOf(planOf('FREE'));
}
