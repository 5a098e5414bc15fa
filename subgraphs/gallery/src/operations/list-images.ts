import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { page, parsePage } from '@modu/subgraph';
import type { Connection } from '@modu/subgraph';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { z } from 'zod';
import type { Image } from '../domain/image.ts';
import { parseSearch } from '../domain/search-pattern.ts';
import type { GalleryDeps } from './deps.ts';

export interface ImageListing {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly search?: string | null;
}

/** Milliseconds since 1970 and the id: what the list is ordered by. */
const position = z.tuple([z.number().int(), z.uuid()]);

/**
 * The viewer's pictures, newest first.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function listImages(
  { search: typed, ...wanted }: ImageListing,
  { viewer, deps }: { readonly viewer: Viewer; readonly deps: Pick<GalleryDeps, 'images'> },
): Promise<(Connection<Image> & { countTotal(): Promise<number> }) | Refusal> {
  const ownerId = requireUser(viewer, 'read');
  const request = parsePage(wanted, { max: 100, fallback: 50 });
  if (isRefusal(request)) return request;
  const after = request.after ? position.safeParse(request.after) : undefined;
  if (after?.success === false) return refuse('INVALID_INPUT', 'page.cursor', { path: ['after'] });
  const search = parseSearch(typed);
  if (isRefusal(search)) return search;

  const query = { ownerId, ...(search === undefined ? {} : { search }) };
  const rows = await deps.images.list({
    ...query,
    limit: request.first + 1,
    ...(after ? { after: { createdAt: new Date(after.data[0]), id: after.data[1] } } : {}),
  });
  const cursorOf = ({ createdAt, id }: Image) => [createdAt.getTime(), id];
  return { ...page(rows, { ...request, cursorOf }), countTotal: () => deps.images.count(query) };
}
