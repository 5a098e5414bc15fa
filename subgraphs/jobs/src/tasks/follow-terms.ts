import { termsFeed } from '@modu/billing/contracts';
import type { Bus } from '@modu/bus';
import { followFeed } from '@modu/feed';
import type { FollowedFeed } from '@modu/feed';
import type { Logger } from '@modu/logger';
import type { ServiceCaller } from '@modu/network';
import type { JobsDesk } from '../operations/jobs-desk.ts';
import { moveWaitingJobs } from '../operations/move-waiting-jobs.ts';
import type { BillingClient } from '../store/billing-client.ts';

interface Parts {
  readonly billing: Pick<BillingClient, 'accountTerms'>;
  readonly caller: ServiceCaller;
  readonly bus: Bus;
  readonly logger: Logger;
}

/** Moves the waiting jobs of people whose plan is new. */
export function followTerms(desk: JobsDesk, { billing, ...parts }: Parts): Promise<FollowedFeed> {
  const viewer = { kind: 'service', service: 'jobs', locale: 'en' } as const;
  return followFeed({
    ...parts,
    feed: termsFeed,
    deal: async ({ userId: ownerId }) =>
      moveWaitingJobs(desk, viewer, { ownerId, terms: await billing.accountTerms(ownerId) }),
  });
}
