import { describeImage } from '../domain/image-metadata.ts';
import type { Work } from './chore-work.ts';

/**
 * Has written beside a picture what it was made from. That never changes, so doing it again, or twice at once, writes the
 * same; it goes with the picture's files.
 */
export const describePicture: Work = async ({ subject, ownerId }, { images, assets }, signal) => {
  const [image] = await images.findMany([subject]);
  if (image) await assets.keepMetadata({ ownerId, imageId: image.id, metadata: describeImage(image) }, { signal });
};
