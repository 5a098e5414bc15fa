import { isRefusal } from '@modu/errors';
import type { GalleryContext } from '../../context.ts';
import { listImages } from '../../operations/list-images.ts';
import type { ImageListing } from '../../operations/list-images.ts';
import { toGraphError } from '../refusal-error.ts';

export async function images(_: unknown, listing: ImageListing, { viewer, deps }: GalleryContext) {
  const listed = await listImages(listing, { viewer, deps });
  if (isRefusal(listed)) throw toGraphError(listed, viewer);
  return { ...listed, totalCount: () => listed.countTotal() };
}
