import { setTimeout as sleep } from 'node:timers/promises';
import type { Image } from '../domain/image.ts';
import type { Share } from '../domain/share.ts';
import type { SharedFile } from '../store/assets-client.ts';
import type { ChoreDeps } from './chore-work.ts';
import { copyShare } from './copy-share.ts';

interface Wanted {
  readonly share: Share;
  readonly image: Image;
  /** So long its addresses work. */
  readonly urlSeconds: number;
}

/** Most copies are there before anybody looks; who comes earlier waits a little, and looks at the small picture otherwise. */
const MAKE_MS_MAX = 10_000;
const LOOKS_MAX = 8;
const LOOK_AGAIN_MS = 250;
/** What is made here is looked at once more by the task: a crash must not leave a copy of a link that ended meanwhile. */
const LOOKED_AT_AGAIN_MS = 60_000;

/** Addresses of the copy that a link gives out, which is made if it is not there yet; null when that can't be done in time. */
export async function findSharedCopy(
  { share, image, urlSeconds }: Wanted,
  { deps, signal }: { readonly deps: ChoreDeps; readonly signal: AbortSignal },
): Promise<SharedFile | null> {
  const { ownerId } = share;
  const subject = await deps.shares.findTokenHash(share.id);
  if (subject === undefined) return null;
  const wanted = { ownerId, tokenHash: subject, assetId: image.assetId, expiresInSeconds: urlSeconds };
  const find = () => deps.assets.findSharedCopy(wanted, { signal });
  const until = AbortSignal.any([signal, AbortSignal.timeout(MAKE_MS_MAX)]);
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    const known = await find();
    if (known || until.aborted) return known;
    if (look === 0) await deps.chores.note('SHARE', { subject, ownerId }, laterThan(deps.now()));
    const isMade = await copyShare({ subject, ownerId }, deps, until).then(
      () => true,
      () => false,
    );
    if (isMade) return find();
    await sleep(LOOK_AGAIN_MS, undefined, { signal });
  }
  return null;
}

const laterThan = (now: Date) => new Date(now.getTime() + LOOKED_AT_AGAIN_MS);
