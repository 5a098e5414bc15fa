import { isRefusal } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { page, parsePage } from '@modu/subgraph';
import type { Connection } from '@modu/subgraph';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Image } from '../domain/image.ts';
import { parseImageFilter } from '../domain/image-filter.ts';
import type { ImageFilterArguments } from '../domain/image-filter.ts';
import { cursorAt, cursorOf, parsePlace, parsePosition } from '../domain/image-order.ts';
import type { ImageSort } from '../domain/image-order.ts';
import type { ImagePageQuery } from '../store/image-list.ts';
import { countMatches } from './count-matches.ts';
import type { GalleryDeps } from './deps.ts';

export interface ImageListing extends ImageFilterArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly beginAt?: { readonly day?: string | null; readonly skip?: number | null } | null;
  readonly sort?: ImageSort | null;
}

export type ImagePage = Connection<Image> & { countTotal(): Promise<number> };

interface Asking {
  readonly viewer: Viewer;
  readonly deps: Pick<GalleryDeps, 'list' | 'counts'>;
}

/**
 * The viewer's pictures in the order they ask for. A search that finds no word goes on by likeness.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function listImages(wanted: ImageListing, { viewer, deps }: Asking): Promise<ImagePage | Refusal> {
  const ownerId = requireUser(viewer, 'read');
  const request = parsePage(wanted, { max: 100, fallback: 50 });
  if (isRefusal(request)) return request;
  const filter = parseImageFilter(wanted);
  if (isRefusal(filter)) return filter;
  const after = request.after ? parsePosition(request.after) : undefined;
  if (isRefusal(after)) return after;
  const beginAt = wanted.beginAt && !after ? parsePlace(wanted.beginAt) : undefined;
  if (isRefusal(beginAt)) return beginAt;

  const { images, lookedTo, near } = await readPage(
    {
      ...{ ownerId, filter, sort: wanted.sort ?? 'NEWEST', limit: request.first + 1 },
      ...(after ? { after } : {}),
      ...(beginAt ? { beginAt } : {}),
    },
    deps,
  );
  return {
    ...page(images, {
      ...{ ...request, cursorOf: (image: Image) => cursorOf(image, near) },
      ...(lookedTo ? { goesOnAfter: cursorAt(lookedTo, near) } : {}),
    }),
    countTotal: () => countMatches({ ownerId, filter, near }, deps),
  };
}

/** By word; by likeness when no word is found, or when the page before went by likeness. */
async function readPage(query: ImagePageQuery, { list }: Asking['deps']) {
  const near = query.after?.near ?? false;
  const found = await list.page({ ...query, near });
  const isEmpty = found.images.length === 0 && found.lookedTo === undefined;
  const isFruitless = isEmpty && query.filter.search !== undefined && !query.after;
  if (!isFruitless || near) return { ...found, near };
  return { ...(await list.page({ ...query, near: true })), near: true };
}
