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

const LOOKS_MAX = 5;

/**
 * Moves the waiting jobs of people whose plan is new. Looks again afterwards: another process may have moved them meanwhile
 * by terms that are newer than those read here.
 */
export function followTerms(desk: JobsDesk, { billing, ...parts }: Parts): Promise<FollowedFeed> {
  const viewer = { kind: 'service', service: 'jobs', locale: 'en' } as const;
  return followFeed({
    ...parts,
    feed: termsFeed,
    deal: async ({ userId: ownerId }) => {
      let terms = await billing.accountTerms(ownerId);
      for (let look = 0; look < LOOKS_MAX; look++) {
        await moveWaitingJobs(desk, viewer, { ownerId, terms });
        const now = await billing.accountTerms(ownerId);
        if (now.tier === terms.tier && now.runningJobsMax === terms.runningJobsMax) return;
        terms = now;
      }
      throw new Error(`The terms of ${ownerId} keep changing.`);
    },
  });
}
