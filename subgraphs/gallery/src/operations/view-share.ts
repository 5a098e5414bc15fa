import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { Image } from '../domain/image.ts';
import { GUESSES, hashToken, isOver } from '../domain/share.ts';
import type { Share } from '../domain/share.ts';
import type { GalleryDeps } from './deps.ts';

/** So long the picture's addresses work after the link was looked at, or ended. */
export const SHARED_URL_SECONDS = 300;

/** What a link shows. */
export interface SharedImage {
  readonly share: Share;
  readonly image: Image;
  readonly url: string;
  /** Where the owner allows it. */
  readonly downloadUrl: string | null;
}

type Deps = Pick<GalleryDeps, 'images' | 'shares' | 'passwords' | 'assets' | 'now'>;

interface Looking {
  readonly token: string;
  readonly password?: string | null;
}

/**
 * Shows a picture to whoever has its link. A link that is unknown, revoked, expired or used up looks the same; so does a
 * picture in the trash. Wrong passwords make everybody wait: eight in a quarter of an hour.
 */
export async function viewShare(
  { token, password }: Looking,
  { deps, signal }: { readonly deps: Deps; readonly signal: AbortSignal },
): Promise<SharedImage | Refusal> {
  const found = await findOpen(token, deps);
  if (!found) return over;
  const { share, image } = found;
  const refusal = await checkPassword(share, password ?? '', deps);
  if (refusal) return refusal;
  const file = await deps.assets.findFile(share.allowDownload ? image.assetId : image.thumbnailAssetId, {
    ...{ ownerId: share.ownerId, signal, expiresInSeconds: SHARED_URL_SECONDS },
  });
  // Counted last: a view that could not be shown is none.
  if (!file || !(await deps.shares.countView(share.id, deps.now()))) return over;
  await deps.shares.note(share, 'SHOWN');
  return {
    share: { ...share, viewCount: share.viewCount + 1 },
    ...{ image, url: file.url, downloadUrl: share.allowDownload ? file.downloadUrl : null },
  };
}

/** What a link may tell before it is opened, for the little picture that other sites show of it. */
export async function previewShare(
  token: string,
  { deps, signal }: { readonly deps: Deps; readonly signal: AbortSignal },
): Promise<{ readonly title: string | null; readonly pictureUrl: string | null } | undefined> {
  const found = await findOpen(token, deps);
  if (!found) return undefined;
  const { share, image } = found;
  // A picture behind a password or a number of views is not given away by its preview.
  if (share.passwordHash !== null || share.viewLimit !== null) return { title: null, pictureUrl: null };
  const options = { ownerId: share.ownerId, signal, expiresInSeconds: SHARED_URL_SECONDS };
  const file = await deps.assets.findFile(image.thumbnailAssetId, options);
  return { title: image.title ?? (share.showPrompt ? image.prompt : null), pictureUrl: file?.url ?? null };
}

const over = refuse('NOT_FOUND', 'share.over', { path: ['token'] });

async function findOpen(token: string, deps: Deps): Promise<{ share: Share; image: Image } | undefined> {
  const tokenHash = hashToken(token);
  const share = tokenHash ? await deps.shares.findByToken(tokenHash) : undefined;
  if (!share) return undefined;
  const [image] = await deps.images.findMany([share.imageId]);
  if (image && !image.deletedAt && !isOver(share, deps.now())) return { share, image };
  await deps.shares.note(share, 'OVER');
  return undefined;
}

async function checkPassword(
  share: Share,
  password: string,
  { shares, passwords, now }: Deps,
): Promise<Refusal | undefined> {
  if (share.passwordHash === null) return undefined;
  if (password === '') return refuse('FORBIDDEN', 'share.password', { path: ['password'] });
  // Counted before it is compared, so that many at once are not compared for free.
  const freeAt = await shares.takeGuess(share.id, { now: now(), ...GUESSES });
  if (freeAt) {
    const retryAfterMs = Math.max(0, freeAt.getTime() - now().getTime());
    return refuse('RATE_LIMITED', 'share.wait', { path: ['password'], retryAfterMs });
  }
  if (password.length <= 200 && (await passwords.verify(share.passwordHash, password.normalize('NFC')))) {
    await shares.forgetGuesses(share.id);
    return undefined;
  }
  await shares.note(share, 'WRONG_PASSWORD');
  return refuse('FORBIDDEN', 'share.wrongPassword', { path: ['password'] });
}
