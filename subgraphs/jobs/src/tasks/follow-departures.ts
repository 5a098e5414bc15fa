import type { Bus } from '@modu/bus';
import { followFeed } from '@modu/feed';
import type { FollowedFeed } from '@modu/feed';
import { accountDeletionFeed } from '@modu/identity/contracts';
import type { Logger } from '@modu/logger';
import type { ServiceCaller } from '@modu/network';
import type { JobsDesk } from '../operations/jobs-desk.ts';
import { removeJobsOf } from '../operations/remove-jobs-of.ts';

/** Removes the jobs of people whose account has gone. */
export function followDepartures(
  desk: JobsDesk,
  parts: { readonly caller: ServiceCaller; readonly bus: Bus; readonly logger: Logger },
): Promise<FollowedFeed> {
  const viewer = { kind: 'service', service: 'jobs', locale: 'en' } as const;
  return followFeed({
    ...parts,
    feed: accountDeletionFeed,
    deal: async ({ userId }) => {
      if (!(await removeJobsOf(desk, viewer, userId))) throw new Error(`Jobs of ${userId} are still ending.`);
    },
  });
}
