import { termsFeed } from '@modu/billing/contracts';
import type { Bus } from '@modu/bus';
import { followFeed } from '@modu/feed';
import type { FollowedFeed } from '@modu/feed';
import type { Logger } from '@modu/logger';
import type { ServiceCaller } from '@modu/network';
import { defineConsumer } from '@modu/tasks';
import type { Consumer } from '@modu/tasks';
import { lookAtTermsTask } from '../contracts.ts';
import type { JobsDesk } from '../operations/jobs-desk.ts';
import { moveWaitingJobs } from '../operations/move-waiting-jobs.ts';
import type { BillingClient } from '../store/billing-client.ts';

type Billing = Pick<BillingClient, 'accountTerms'>;

interface Parts {
  readonly billing: Billing;
  readonly caller: ServiceCaller;
  readonly bus: Bus;
  readonly logger: Logger;
}

const LOOKS_MAX = 5;
/** By then an order that asked for the old terms has made its job, or its deadlines are over. */
const ORDER_LEASES = 3;
const viewer = { kind: 'service', service: 'jobs', locale: 'en' } as const;

/** Moves the waiting jobs of people whose plan is new, and once more a little later those that were under way meanwhile. */
export function followTerms(desk: JobsDesk, { billing, ...parts }: Parts): Promise<FollowedFeed> {
  return followFeed({
    ...parts,
    feed: termsFeed,
    deal: async ({ userId: ownerId }) => {
      await moveByTerms(desk, billing, ownerId);
      const startAfterMs = desk.queue.timings.leaseSeconds * 1_000 * ORDER_LEASES;
      await desk.queue.enqueue(lookAtTermsTask, { ownerId }, { startAfterMs });
    },
  });
}

/** The second look at somebody's terms. */
export const termsConsumer = (desk: JobsDesk, billing: Billing): Consumer =>
  defineConsumer({ task: lookAtTermsTask, slots: 1, run: ({ ownerId }) => moveByTerms(desk, billing, ownerId) });

/** Looks again afterwards: another process may have moved them meanwhile by terms that are newer than those read here. */
async function moveByTerms(desk: JobsDesk, billing: Billing, ownerId: string): Promise<void> {
  let terms = await billing.accountTerms(ownerId);
  for (let look = 0; look < LOOKS_MAX; look++) {
    await moveWaitingJobs(desk, viewer, { ownerId, terms });
    const now = await billing.accountTerms(ownerId);
    if (now.tier === terms.tier && now.runningJobsMax === terms.runningJobsMax) return;
    terms = now;
  }
  throw new Error(`The terms of ${ownerId} keep changing.`);
}
