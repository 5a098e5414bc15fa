import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { page, parsePage } from '@modu/subgraph';
import type { Connection } from '@modu/subgraph';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { z } from 'zod';
import type { Asset } from '../domain/asset.ts';
import type { AssetsDeps } from './deps.ts';

export interface AssetListing {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly contentType?: string | null;
  readonly trashed?: boolean | null;
}

/** Milliseconds since 1970 and the id: what the list is ordered by. */
const position = z.tuple([z.number().int(), z.uuid()]);
const CONTENT_TYPE_PREFIX = /^[a-z0-9!#$&^_.+-]+(\/[a-z0-9!#$&^_.+-]*)?$/;

/**
 * The viewer's files that are ready, newest first.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function listAssets(
  { contentType, trashed, ...wanted }: AssetListing,
  { viewer, deps }: { readonly viewer: Viewer; readonly deps: Pick<AssetsDeps, 'assets'> },
): Promise<(Connection<Asset> & { countTotal(): Promise<number> }) | Refusal> {
  const ownerId = requireUser(viewer, 'read');
  const request = parsePage(wanted, { max: 100, fallback: 50 });
  if (isRefusal(request)) return request;
  const after = request.after ? position.safeParse(request.after) : undefined;
  if (after?.success === false) return refuse('INVALID_INPUT', 'page.cursor', { path: ['after'] });
  if (contentType && (contentType.length > 127 || !CONTENT_TYPE_PREFIX.test(contentType))) {
    return refuse('INVALID_INPUT', 'upload.contentType', { path: ['contentType'] });
  }

  const query = {
    ownerId,
    purpose: 'FILE' as const,
    isTrashed: trashed ?? false,
    ...(contentType ? { contentType } : {}),
  };
  const rows = await deps.assets.listReady({
    ...query,
    limit: request.first + 1,
    ...(after ? { after: { createdAt: new Date(after.data[0]), id: after.data[1] } } : {}),
  });
  const cursorOf = ({ createdAt, id }: Asset) => [createdAt.getTime(), id];
  return { ...page(rows, { ...request, cursorOf }), countTotal: () => deps.assets.countReady(query) };
}
