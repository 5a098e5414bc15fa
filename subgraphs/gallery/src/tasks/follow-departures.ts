import type { Bus } from '@modu/bus';
import { followFeed } from '@modu/feed';
import type { FollowedFeed } from '@modu/feed';
import { accountDeletionFeed } from '@modu/identity/contracts';
import type { Logger } from '@modu/logger';
import type { ServiceCaller } from '@modu/network';
import type { GalleryDeps } from '../operations/deps.ts';
import { removeGalleryOf } from '../operations/remove-gallery-of.ts';

/** Removes the pictures and boards of people whose account has gone. */
export function followDepartures(
  deps: Pick<GalleryDeps, 'departures' | 'now'>,
  parts: { readonly caller: ServiceCaller; readonly bus: Bus; readonly logger: Logger },
): Promise<FollowedFeed> {
  const viewer = { kind: 'service', service: 'gallery', locale: 'en' } as const;
  return followFeed({
    ...parts,
    feed: accountDeletionFeed,
    deal: ({ userId }, signal) => removeGalleryOf(userId, { viewer, deps, signal }),
  });
}
