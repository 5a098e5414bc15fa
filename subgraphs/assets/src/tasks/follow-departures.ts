import { followFeed } from '@modu/feed';
import type { FollowedFeed } from '@modu/feed';
import { accountDeletionFeed } from '@modu/identity/contracts';
import type { Bus } from '@modu/bus';
import type { Logger } from '@modu/logger';
import type { ServiceCaller } from '@modu/network';
import type { AssetsDeps } from '../operations/deps.ts';
import { removeFilesOf } from '../operations/remove-files-of.ts';

/** A hundred thousand files; whoever has more is gone on with in the next round. */
const PASSES_MAX = 2_000;

/** Removes the files of people whose account has gone. */
export function followDepartures(
  deps: AssetsDeps,
  parts: { readonly caller: ServiceCaller; readonly bus: Bus; readonly logger: Logger },
): Promise<FollowedFeed> {
  const viewer = { kind: 'service', service: 'assets', locale: 'en' } as const;
  return followFeed({
    ...parts,
    feed: accountDeletionFeed,
    deal: async ({ userId }, signal) => {
      for (let pass = 0; pass < PASSES_MAX; pass += 1) {
        signal.throwIfAborted();
        if (await removeFilesOf(userId, { viewer, deps })) return;
      }
      throw new Error(`Files of ${userId} are left.`);
    },
  });
}
