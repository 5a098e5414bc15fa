import { hasEnded, isOver, visitEnd } from '../domain/share.ts';
import type { Share } from '../domain/share.ts';
import type { ChoreDeps, Work } from './chore-work.ts';
import { untilSettled } from './until-settled.ts';

/** Has the copy made that a link gives out, or removed once the link is over. */
export const copyShare: Work = ({ subject: tokenHash, ownerId }, deps, signal) =>
  untilSettled({
    look: async () => findSharedAsset(await deps.shares.findByToken(tokenHash), deps),
    act: (assetId) => deps.assets.makeSharedCopy({ ownerId, tokenHash, assetId }, { signal }),
  });

/** The picture whose copy a link gives out at this moment. */
async function findSharedAsset(share: Share | undefined, deps: ChoreDeps): Promise<string | null> {
  if (!share?.imageId || !share.allowDownload || !(await isLookedAt(share, deps))) return null;
  const [image] = await deps.images.findMany([share.imageId]);
  return image && !image.deletedAt && !image.purgeStartedAt ? image.assetId : null;
}

/** Who took the last look of a link goes on for as long as the addresses work that the look was given. */
async function isLookedAt(share: Share, { shares, now }: ChoreDeps): Promise<boolean> {
  if (hasEnded(share, now())) return false;
  if (!isOver(share, now())) return true;
  const lookedAt = await shares.lastShown(share.id);
  return lookedAt !== undefined && visitEnd(share, lookedAt) > now();
}
