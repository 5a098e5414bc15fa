import type { Bus } from '@modu/bus';
import { followFeed } from '@modu/feed';
import type { FollowedFeed } from '@modu/feed';
import { accountDeletionFeed } from '@modu/identity/contracts';
import type { Logger } from '@modu/logger';
import type { ServiceCaller } from '@modu/network';
import type { BillingDesk } from '../operations/billing-desk.ts';
import { closeCreditsOf } from '../operations/close-credits-of.ts';

/** Ends subscriptions and credits of people whose account has gone. */
export function followDepartures(
  desk: BillingDesk,
  parts: { readonly caller: ServiceCaller; readonly bus: Bus; readonly logger: Logger },
): Promise<FollowedFeed> {
  const viewer = { kind: 'service', service: 'billing', locale: 'en' } as const;
  return followFeed({
    ...parts,
    feed: accountDeletionFeed,
    deal: ({ userId }) => closeCreditsOf(desk, viewer, userId),
  });
}
