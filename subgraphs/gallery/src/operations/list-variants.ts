import { isRefusal } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { page, parsePage } from '@modu/subgraph';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { cursorOf, parsePosition } from '../domain/image-order.ts';
import type { GalleryDeps } from './deps.ts';
import type { ImagePage } from './list-images.ts';

interface VariantListing {
  readonly parentId: string;
  readonly first?: number | null;
  readonly after?: string | null;
}

/**
 * The viewer's pictures that were made from another, the first one first.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function listVariants(
  { parentId, ...wanted }: VariantListing,
  { viewer, deps }: { readonly viewer: Viewer; readonly deps: Pick<GalleryDeps, 'lineage'> },
): Promise<ImagePage | Refusal> {
  const ownerId = requireUser(viewer, 'read');
  const request = parsePage(wanted);
  if (isRefusal(request)) return request;
  const after = request.after ? parsePosition(request.after) : undefined;
  if (isRefusal(after)) return after;
  const limit = request.first + 1;
  const rows = await deps.lineage.variants({ ownerId, parentId, limit, ...(after ? { after } : {}) });
  return {
    ...page(rows, { ...request, cursorOf: (image) => cursorOf(image, false) }),
    countTotal: () => deps.lineage.countVariants({ ownerId, parentId }),
  };
}
