import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { createId, isId } from '@modu/ids';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { createToken, hashToken, parseShare } from '../domain/share.ts';
import type { Share } from '../domain/share.ts';
import type { ShareView } from '../store/share-store.ts';
import type { GalleryDeps } from './deps.ts';

const SHARES_OF_IMAGE_MAX = 50;
const VIEWS_MAX = 100;

interface Asking {
  readonly viewer: Viewer;
  readonly deps: Pick<GalleryDeps, 'images' | 'shares' | 'passwords' | 'now'>;
}

/** A link; its token only in the answer that makes it. */
export type OwnShare = Share & { readonly token?: string };

/**
 * Makes a link that shows a picture to whoever has it.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function shareImage(
  { id, input }: { readonly id: string; readonly input?: unknown },
  { viewer, deps }: Asking,
): Promise<OwnShare | Refusal> {
  const ownerId = requireUser(viewer);
  const terms = parseShare(input, deps.now());
  if (isRefusal(terms)) return terms;
  const [image] = isId(id) ? await deps.images.findMany([id]) : [];
  if (image?.ownerId !== ownerId || image.deletedAt) return refuse('NOT_FOUND', 'image.unknown', { path: ['id'] });
  const known = (await deps.shares.ofImages([image.id])).get(image.id) ?? [];
  if (known.filter(({ revokedAt }) => !revokedAt).length >= SHARES_OF_IMAGE_MAX) {
    return refuse('QUOTA_EXCEEDED', 'share.tooMany', { params: { max: SHARES_OF_IMAGE_MAX } });
  }
  const { password, ...rest } = terms;
  const token = createToken();
  const share = await deps.shares.create({
    ...{ id: createId(), imageId: image.id, ownerId, tokenHash: hashToken(token) ?? '', ...rest },
    passwordHash: password === null ? null : await deps.passwords.hash(password),
  });
  return { ...share, token };
}

/**
 * Ends a link at once. Repeating it is fine.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function revokeShare(id: string, { viewer, deps }: Asking): Promise<Share | Refusal> {
  const ownerId = requireUser(viewer);
  const share = isId(id) ? await deps.shares.revoke({ id, ownerId }, deps.now()) : undefined;
  return share ?? refuse('NOT_FOUND', 'share.unknown', { path: ['id'] });
}

/** The last looks at one of the viewer's links; nothing of a link of others. */
export function listShareViews(share: Share, { viewer, deps }: Asking): Promise<readonly ShareView[]> {
  return requireUser(viewer) === share.ownerId ? deps.shares.views(share.id, VIEWS_MAX) : Promise.resolve([]);
}
