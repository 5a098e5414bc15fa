import sharp from 'sharp';
import type { ImageRequest } from '../contract.ts';
import { EngineError } from '../engine-error.ts';

/** More pixels than any picture that is worked on has: what claims more is never decoded. */
export const SOURCE_PIXELS_MAX = 4096 * 4096;
const FORMATS: ReadonlySet<string> = new Set(['png', 'jpeg', 'webp']);

/** What a picture's first bytes say of it; sides in pixels, as it is shown (an EXIF turn is applied). */
export interface PictureHead {
  readonly width: number;
  readonly height: number;
  readonly format: string;
}

/**
 * Reads the head of an encoded picture without decoding it. Throws `EngineError` INVALID_REQUEST, naming `field`, when it is
 * no PNG, JPEG or WebP, or would be larger than `SOURCE_PIXELS_MAX` once decoded.
 */
export async function readPictureHead(bytes: Uint8Array, field: 'source' | 'mask'): Promise<PictureHead> {
  const refuse = (why: string, cause?: unknown) => new EngineError('INVALID_REQUEST', `${field}: ${why}`, { cause });
  const head = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw refuse('is not a picture that can be read', error);
    });
  const { format, width, height, orientation } = head;
  if (!format || !FORMATS.has(format)) throw refuse('must be a PNG, JPEG or WebP');
  if (!width || !height) throw refuse('has no size');
  if (width * height > SOURCE_PIXELS_MAX) throw refuse(`has more than ${SOURCE_PIXELS_MAX} pixels`);
  const turned = (orientation ?? 1) >= 5;
  return { format, width: turned ? height : width, height: turned ? width : height };
}

/** Sees that the sources of a request are pictures of the sizes that its task needs, before any work is done on them. */
export async function assertSources({ task, source, mask, factor, width, height }: ImageRequest): Promise<void> {
  if (task === 'TEXT_TO_IMAGE' || !source) return;
  const head = await readPictureHead(source, 'source');
  const wrong = (field: string, why: string) => new EngineError('INVALID_REQUEST', `${field}: ${why}`);
  if (task === 'UPSCALE' && (head.width * (factor ?? 1) !== width || head.height * (factor ?? 1) !== height))
    throw wrong('factor', `${head.width} × ${head.height} times ${factor} is not ${width} × ${height}`);
  if (task !== 'INPAINT' || !mask) return;
  if (head.width !== width || head.height !== height) throw wrong('source', `is not ${width} × ${height}`);
  const cover = await readPictureHead(mask, 'mask');
  if (cover.width !== width || cover.height !== height)
    throw wrong('mask', `is ${cover.width} × ${cover.height}, the picture ${width} × ${height}`);
}
