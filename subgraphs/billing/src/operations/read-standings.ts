import type { Viewer } from '@modu/viewer';
import { termsOf } from '../domain/payment/standing.ts';
import type { CurrentSubscription } from '../domain/payment/standing.ts';
import { planOf } from '../domain/plans.ts';
import type { AccountTerms } from '../domain/plans.ts';
import type { Ledger } from '../store/ledger.ts';
import { listStandings } from '../store/standing-store.ts';
import { assertMaySeeCreditsOf } from './assert-may-see.ts';

export interface ShownStanding {
  readonly terms: AccountTerms;
  readonly subscription: CurrentSubscription | null;
}

/** What people may do and what they subscribe to, in the order asked for; free for whom nothing else is known. */
export async function readStandings(
  ledger: Ledger,
  viewer: Viewer,
  userIds: readonly string[],
): Promise<ShownStanding[]> {
  for (const userId of userIds) assertMaySeeCreditsOf(viewer, userId);
  const known = new Map((await listStandings(ledger.pool, userIds)).map((standing) => [standing.userId, standing]));
  return userIds.map((userId) => known.get(userId) ?? { terms: termsOf(planOf('FREE')), subscription: null });
}
