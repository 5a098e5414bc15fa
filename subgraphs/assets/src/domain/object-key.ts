import type { Announcement } from './asset.ts';

/**
 * S3 takes keys of 1 024 bytes, but MinIO keeps what stands between two slashes as one name on a disk. The name is there for
 * people who browse the bucket, the id is what counts.
 */
const NAME_BYTES_MAX = 255;

/** Where the bytes of an asset lie: by owner first, so that all of one person can be found and removed by prefix. */
export function objectKeyOf(
  { id, ownerId }: { readonly id: string; readonly ownerId: string },
  { purpose, imageId, filename }: Pick<Announcement, 'purpose' | 'imageId' | 'filename'>,
): string {
  const home = homeOf(ownerId);
  switch (purpose) {
    case 'IMAGE_ORIGINAL':
      return `${home}/images/${imageId}/original.png`;
    case 'IMAGE_THUMBNAIL':
      return `${home}/images/${imageId}/thumbnail.webp`;
    case 'FILE':
    case 'ARCHIVE':
      return `${home}/files/${id}/${shorten(filename)}`;
  }
}

type Owned = Pick<Announcement, 'imageId'>;

/** Where the original of a picture lies when an earlier try has the first place: beside it, under a name of its own. */
export function laterOriginalKeyOf(
  { id, ownerId }: { readonly id: string; readonly ownerId: string },
  { imageId }: Owned,
): string {
  return `${homeOf(ownerId)}/images/${imageId}/original-${id}.png`;
}

/** The range of keys in which all tries of a picture's original lie. */
export function originalsOf(ownerId: string, { imageId }: Owned): { readonly after: string; readonly upTo: string } {
  const after = `${homeOf(ownerId)}/images/${imageId}/original`;
  return { after, upTo: `${after}~` };
}

/** All of one person lies here. */
export const homeOf = (ownerId: string) => `users/${encodeURIComponent(ownerId)}`;

/** Cuts at whole characters and keeps the end, where the extension is. */
function shorten(name: string): string {
  const characters = [...name];
  while (Buffer.byteLength(characters.join('')) > NAME_BYTES_MAX) characters.splice(0, 16);
  return characters.join('');
}
