import type { AssetsContext } from '../../context.ts';
import { keepImageMetadata as operation } from '../../operations/keep-image-metadata.ts';
import type { ImageMetadata } from '../../operations/keep-image-metadata.ts';

export function keepImageMetadata(_: unknown, image: ImageMetadata, { viewer, deps }: AssetsContext) {
  return operation(image, { viewer, deps });
}
