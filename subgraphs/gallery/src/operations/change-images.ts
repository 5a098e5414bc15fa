import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isId } from '@modu/ids';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { parseIds, parseImageChanges, parseTagChanges } from '../domain/image-changes.ts';
import type { Image } from '../domain/image.ts';
import type { OwnImages } from '../store/image-store.ts';
import type { GalleryDeps } from './deps.ts';

interface Asking {
  readonly viewer: Viewer;
  readonly deps: Pick<GalleryDeps, 'images' | 'now'>;
}

/** What a bulk change did. Ids of others look like ids that never were. */
export interface ChangedImages {
  readonly images: readonly Image[];
  readonly missingIds: readonly string[];
}

/**
 * Changes a picture's title, tags and note.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in; so do all below.
 */
export async function updateImage(
  { id, input }: { readonly id: string; readonly input: unknown },
  { viewer, deps }: Asking,
): Promise<Image | Refusal> {
  const ownerId = requireUser(viewer);
  const changes = parseImageChanges(input);
  if (isRefusal(changes)) return changes;
  const image = isId(id) ? await deps.images.update({ ownerId, id }, changes) : undefined;
  return image ?? refuse('NOT_FOUND', 'image.unknown', { path: ['id'] });
}

/** Gives or takes the star of many pictures. */
export function starImages(ids: readonly string[], { starred, ...asking }: Asking & { readonly starred: boolean }) {
  return changeMany(ids, asking, (images) => asking.deps.images.star(images, starred));
}

/** Puts tags on many pictures and takes tags off them. */
export async function tagImages(
  { ids, ...tags }: { ids: readonly string[]; add?: readonly string[] | null; remove?: readonly string[] | null },
  asking: Asking,
): Promise<ChangedImages | Refusal> {
  const changes = parseTagChanges(tags);
  if (isRefusal(changes)) return changes;
  return changeMany(ids, asking, (images) => asking.deps.images.tag(images, changes));
}

/** Puts pictures into the trash. One that is there already stays since when it was. */
export function deleteImages(ids: readonly string[], asking: Asking) {
  return changeMany(ids, asking, (images) => asking.deps.images.trash(images, asking.deps.now()));
}

/** Takes pictures out of the trash. */
export function restoreImages(ids: readonly string[], asking: Asking) {
  return changeMany(ids, asking, (images) => asking.deps.images.restore(images));
}

async function changeMany(
  wanted: readonly string[],
  { viewer }: Asking,
  change: (images: OwnImages) => Promise<Image[]>,
): Promise<ChangedImages | Refusal> {
  const ownerId = requireUser(viewer);
  const ids = parseIds(wanted);
  if (isRefusal(ids)) return ids;
  const changed = new Map((await change({ ownerId, ids })).map((image) => [image.id, image]));
  const images = ids.flatMap((id) => changed.get(id) ?? []);
  return { images, missingIds: wanted.filter((id) => !changed.has(id.toLowerCase())) };
}
