import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { createId, isId } from '@modu/ids';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { createToken, hashToken, isOver, parseShare } from '../domain/share.ts';
import type { Share } from '../domain/share.ts';
import type { ShareView } from '../store/share-store.ts';
import type { GalleryDeps } from './deps.ts';

const SHARES_OF_ONE_MAX = 50;
/** So many that are over are still told of; the oldest of more go when another is made. */
const OVER_KEPT_MAX = 50;
const VIEWS_MAX = 100;

interface Asking {
  readonly viewer: Viewer;
  readonly deps: Pick<GalleryDeps, 'images' | 'boards' | 'shares' | 'passwords' | 'choreBell' | 'now'>;
}

/** A link; its token only in the answer that makes it. */
export type OwnShare = Share & { readonly token?: string };

interface Sharing {
  readonly id: string;
  readonly input?: unknown;
}

/**
 * Makes a link that shows a picture to whoever has it.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function shareImage({ id, input }: Sharing, { viewer, deps }: Asking): Promise<OwnShare | Refusal> {
  const ownerId = requireUser(viewer);
  const [image] = isId(id) ? await deps.images.findMany([id]) : [];
  if (image?.ownerId !== ownerId || image.deletedAt) return refuse('NOT_FOUND', 'image.unknown', { path: ['id'] });
  const known = (await deps.shares.ofImages([image.id])).get(image.id) ?? [];
  return makeShare({ ownerId, imageId: image.id, boardId: null }, { input, known, deps });
}

/**
 * Makes a link that shows a board, as it is whenever somebody looks, to whoever has it.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function shareBoard({ id, input }: Sharing, { viewer, deps }: Asking): Promise<OwnShare | Refusal> {
  const ownerId = requireUser(viewer);
  const board = isId(id) ? await deps.boards.find({ ownerId, id }) : undefined;
  if (!board) return refuse('NOT_FOUND', 'board.unknown', { path: ['id'] });
  const known = (await deps.shares.ofBoards([board.id])).get(board.id) ?? [];
  return makeShare({ ownerId, imageId: null, boardId: board.id }, { input, known, deps });
}

async function makeShare(
  target: Pick<Share, 'ownerId' | 'imageId' | 'boardId'>,
  { input, known, deps }: { readonly input: unknown; readonly known: readonly Share[]; readonly deps: Asking['deps'] },
): Promise<OwnShare | Refusal> {
  const terms = parseShare(input, deps.now());
  if (isRefusal(terms)) return terms;
  const over = known.filter((share) => isOver(share, deps.now()));
  if (known.length - over.length >= SHARES_OF_ONE_MAX) {
    return refuse('QUOTA_EXCEEDED', 'share.tooMany', { params: { max: SHARES_OF_ONE_MAX } });
  }
  const { password, ...rest } = terms;
  const token = createToken();
  const share = await deps.shares.create({
    ...{ id: createId(), ...target, tokenHash: hashToken(token) ?? '', ...rest },
    passwordHash: password === null ? null : await deps.passwords.hash(password),
  });
  await deps.shares.remove(over.slice(OVER_KEPT_MAX));
  // Its copy is made before anybody looks.
  deps.choreBell.ring();
  return { ...share, token };
}

/**
 * Ends a link at once. Repeating it is fine.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function revokeShare(id: string, { viewer, deps }: Asking): Promise<Share | Refusal> {
  const ownerId = requireUser(viewer);
  const share = isId(id) ? await deps.shares.revoke({ id, ownerId }, deps.now()) : undefined;
  if (share) deps.choreBell.ring();
  return share ?? refuse('NOT_FOUND', 'share.unknown', { path: ['id'] });
}

/** The last looks at one of the viewer's links; nothing of a link of others. */
export function listShareViews(share: Share, { viewer, deps }: Asking): Promise<readonly ShareView[]> {
  return requireUser(viewer) === share.ownerId ? deps.shares.views(share.id, VIEWS_MAX) : Promise.resolve([]);
}
