import type { Bus } from '@modu/bus';
import { followFeed } from '@modu/feed';
import type { FollowedFeed } from '@modu/feed';
import { accountDeletionFeed } from '@modu/identity/contracts';
import type { Logger } from '@modu/logger';
import type { ServiceCaller } from '@modu/network';
import { removeDocumentsOf } from '../operations/remove-documents-of.ts';
import type { DepartureStore } from '../store/departure-store.ts';

/** Removes the documents of people whose account has gone. */
export function followDepartures(
  departures: DepartureStore,
  parts: { readonly caller: ServiceCaller; readonly bus: Bus; readonly logger: Logger },
): Promise<FollowedFeed> {
  const viewer = { kind: 'service', service: 'documents', locale: 'en' } as const;
  return followFeed({
    ...parts,
    feed: accountDeletionFeed,
    deal: ({ userId }, signal) => removeDocumentsOf(userId, { viewer, departures, signal }),
  });
}
