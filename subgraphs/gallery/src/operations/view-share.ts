import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { Board } from '../domain/board.ts';
import type { Image } from '../domain/image.ts';
import { createToken, GUESSES, hashToken, isOver, readPassword, SHARED_URL_SECONDS } from '../domain/share.ts';
import type { Share } from '../domain/share.ts';
import type { GalleryDeps } from './deps.ts';
import { findSharedCopy } from './find-shared-copy.ts';
import { findVisit, visitOver } from './find-visit.ts';
import { listSharedImages } from './list-shared-images.ts';
import type { SharedImages } from './list-shared-images.ts';

/** What a link to a picture shows. */
export interface SharedImage {
  readonly kind: 'IMAGE';
  readonly share: Share;
  readonly image: Image;
  readonly url: string;
  /** Where the owner allows it. */
  readonly downloadUrl: string | null;
  /** Asks for its addresses anew. */
  readonly visit: string;
}

/** What a link to a board shows: its first pictures, and the way to the others. */
export interface SharedBoard {
  readonly kind: 'BOARD';
  readonly share: Share;
  readonly board: Board;
  readonly imageCount: number;
  readonly images: SharedImages;
  /** Goes on through the board's pages; told once. */
  readonly visit: string;
}

export type ShareDeps = Pick<
  GalleryDeps,
  'images' | 'boards' | 'list' | 'shares' | 'passwords' | 'assets' | 'guesses' | 'chores' | 'now'
>;

interface Looking {
  readonly token: string;
  readonly password?: string | null;
  /** Who shows pictures alone does not look at a board. */
  readonly imagesOnly?: boolean;
}

interface Asking {
  readonly deps: ShareDeps;
  readonly signal: AbortSignal;
  /** Who looks: an address, or a person; wrong guesses are counted by it. */
  readonly guesser?: string | undefined;
}

/**
 * Shows a picture or a board to whoever has its link. A link that is unknown, revoked, expired or used up looks the same; so
 * does a picture in the trash. Wrong passwords make everybody wait: eight in a quarter of an hour; wrong links make wait
 * whoever tried them.
 */
export async function viewShare(
  { token, password, imagesOnly = false }: Looking,
  { deps, signal, guesser }: Asking,
): Promise<SharedImage | SharedBoard | Refusal> {
  const retryAfterMs = guesser === undefined ? 0 : await deps.guesses.waitMs(guesser);
  if (retryAfterMs > 0) return refuse('RATE_LIMITED', 'share.guesses', { path: ['token'], retryAfterMs });
  const found = await findOpen(token, { deps, guesser });
  if (!found) return over;
  const refusal = await checkPassword(found.share, password ?? '', { deps, guesser });
  if (refusal) return refusal;
  if (imagesOnly && 'board' in found) return refuse('NOT_FOUND', 'share.isBoard');
  const shown = 'image' in found ? await showImage(found, { deps, signal }) : await showBoard(found, { deps, signal });
  if (isRefusal(shown)) return shown;
  // Counted last: a view that could not be shown is none.
  if (!(await deps.shares.countView(found.share.id, deps.now()))) return over;
  await deps.shares.note(found.share, 'SHOWN', hashToken(shown.visit));
  return { ...shown, share: { ...found.share, viewCount: found.share.viewCount + 1 } };
}

/** The picture of a look at its link, with addresses that work for as long as the look goes on; no further view. */
export async function viewVisited(
  visit: string,
  { deps, signal }: Pick<Asking, 'deps' | 'signal'>,
): Promise<SharedImage | Refusal> {
  const found = await findVisit(visit, deps);
  if (isRefusal(found)) return found;
  const target = await findTarget(found.share, deps);
  if (!target || !('image' in target)) return visitOver;
  return showImage({ ...found, image: target.image, visit }, { deps, signal });
}

/** What a link may tell before it is opened, for the little picture that other sites show of it. */
export async function previewShare(
  token: string,
  { deps, signal, guesser }: Asking,
): Promise<{ readonly title: string | null; readonly pictureUrl: string | null } | undefined> {
  if (guesser !== undefined && (await deps.guesses.waitMs(guesser)) > 0) return undefined;
  const found = await findOpen(token, { deps, guesser });
  if (!found) return undefined;
  const { share } = found;
  // A picture behind a password or a number of views is not given away by its preview.
  if (share.passwordHash !== null || share.viewLimit !== null) return { title: null, pictureUrl: null };
  const image = 'image' in found ? found.image : await coverOf(found.board, deps);
  const options = { ownerId: share.ownerId, signal, expiresInSeconds: SHARED_URL_SECONDS };
  const file = image ? await deps.assets.findFile(image.thumbnailAssetId, options) : null;
  const title =
    'image' in found ? (found.image.title ?? (share.showPrompt ? found.image.prompt : null)) : found.board.name;
  return { title, pictureUrl: file?.url ?? null };
}

const over = refuse('NOT_FOUND', 'share.over', { path: ['token'] });

type Found = { readonly share: Share } & ({ readonly image: Image } | { readonly board: Board });

async function findOpen(
  token: string,
  { deps, guesser }: Pick<Asking, 'deps' | 'guesser'>,
): Promise<Found | undefined> {
  const tokenHash = hashToken(token);
  const share = tokenHash ? await deps.shares.findByToken(tokenHash) : undefined;
  if (!share) {
    if (guesser !== undefined) await deps.guesses.wrong(guesser);
    return undefined;
  }
  const target = await findTarget(share, deps);
  if (target && !isOver(share, deps.now())) return { share, ...target };
  await deps.shares.note(share, 'OVER');
  return undefined;
}

async function findTarget({ imageId, boardId, ownerId }: Share, deps: ShareDeps) {
  if (boardId !== null) {
    const board = await deps.boards.find({ ownerId, id: boardId });
    return board && { board };
  }
  const [image] = imageId === null ? [] : await deps.images.findMany([imageId]);
  return image && !image.deletedAt ? { image } : undefined;
}

interface ShownImage {
  readonly share: Share;
  readonly image: Image;
  /** The look that goes on, and for how long; a new one where it is not given. */
  readonly visit?: string;
  readonly urlSeconds?: number;
}

async function showImage(
  { share, image, visit = createToken(), urlSeconds = SHARED_URL_SECONDS }: ShownImage,
  { deps, signal }: Pick<Asking, 'deps' | 'signal'>,
): Promise<SharedImage | Refusal> {
  const shown = { kind: 'IMAGE', share, image, visit } as const;
  const copy = share.allowDownload ? await findSharedCopy({ share, image, urlSeconds }, { deps, signal }) : null;
  if (copy) return { ...shown, ...copy };
  // Never the original: its file may say what the link does not.
  const { ownerId } = share;
  const file = await deps.assets.findFile(image.thumbnailAssetId, { ownerId, signal, expiresInSeconds: urlSeconds });
  return file ? { ...shown, url: file.url, downloadUrl: null } : over;
}

async function showBoard(
  { share, board }: { readonly share: Share; readonly board: Board },
  { deps, signal }: Pick<Asking, 'deps' | 'signal'>,
): Promise<SharedBoard | Refusal> {
  const [images, counts] = await Promise.all([
    listSharedImages({ share, boardId: board.id }, { deps, signal }),
    deps.boards.counts([board.id]),
  ]);
  return { kind: 'BOARD', share, board, images, imageCount: counts.get(board.id) ?? 0, visit: createToken() };
}

/** Only of what is on the board: that is what its link shows. */
async function coverOf({ id, coverImageId }: Board, { boards, images }: ShareDeps): Promise<Image | undefined> {
  const newest = (await boards.newest([id])).get(id)?.[0]?.id;
  const isOnBoard = coverImageId !== null && (await boards.has(id, coverImageId));
  const wanted = [isOnBoard ? coverImageId : null, newest].filter((one) => typeof one === 'string');
  const found = (await images.findMany(wanted)).filter(({ deletedAt }) => !deletedAt);
  return found.find((image) => image.id === coverImageId) ?? found[0];
}

async function checkPassword(
  share: Share,
  password: string,
  { deps: { shares, passwords, guesses, now }, guesser }: Pick<Asking, 'deps' | 'guesser'>,
): Promise<Refusal | undefined> {
  if (share.passwordHash === null) return undefined;
  if (password === '') return refuse('FORBIDDEN', 'share.password', { path: ['password'] });
  // Counted before it is compared, so that many at once are not compared for free.
  const freeAt = await shares.takeGuess(share.id, { now: now(), ...GUESSES });
  if (freeAt) {
    const retryAfterMs = Math.max(0, freeAt.getTime() - now().getTime());
    return refuse('RATE_LIMITED', 'share.wait', { path: ['password'], retryAfterMs });
  }
  const read = readPassword(password);
  if (read !== undefined && (await passwords.verify(share.passwordHash, read))) {
    await shares.forgetGuesses(share.id);
    return undefined;
  }
  if (guesser !== undefined) await guesses.wrong(guesser);
  await shares.note(share, 'WRONG_PASSWORD');
  return refuse('FORBIDDEN', 'share.wrongPassword', { path: ['password'] });
}
