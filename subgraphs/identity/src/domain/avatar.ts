/** Twenty megabytes: what a phone's camera gives, and no more. */
export const AVATAR_BYTES_MAX = 20_000_000;

const PICTURES = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif']);

/** Kinds of file of which every browser and our previews make a picture. */
export function isPicture(contentType: string): boolean {
  return PICTURES.has(contentType);
}
