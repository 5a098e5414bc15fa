import { decodeMask, EngineError, readPictureHead } from '@modu/engine-image';
import type { Refusal } from '@modu/errors';
import { invalid } from '../domain/request.ts';
import type { Size } from '../domain/size.ts';

/** As base64; a painted mask of a large picture has some ten thousand. */
const MASK_CHARACTERS_MAX = 90_000;
/** Share of the picture that must stay, so that there is something to go by. */
const KEPT_SHARE_MIN = 0.05;
const BASE64 = /^(?:data:image\/png;base64,)?([A-Za-z0-9+/]+={0,2})$/;

/** Checks a mask against the picture it is for. @returns it as plain base64. */
export async function readMask(maskPng: string, picture: Size): Promise<string | Refusal> {
  if (maskPng.length > MASK_CHARACTERS_MAX) return invalid('maskPng', 'mask.tooLarge', { max: MASK_CHARACTERS_MAX });
  const base64 = BASE64.exec(maskPng)?.[1];
  if (!base64) return invalid('maskPng', 'mask.unreadable');
  try {
    const bytes = Buffer.from(base64, 'base64');
    const { width, height } = await readPictureHead(bytes, 'mask');
    if (width !== picture.width || height !== picture.height)
      return invalid('maskPng', 'mask.size', { width: picture.width, height: picture.height });
    const mask = await decodeMask(bytes);
    const marked = mask.reduce((sum, value) => sum + value, 0);
    if (marked === 0) return invalid('maskPng', 'mask.empty');
    if (marked > mask.length * (1 - KEPT_SHARE_MIN)) return invalid('maskPng', 'mask.full');
    return base64;
  } catch (error) {
    if (error instanceof EngineError) return invalid('maskPng', 'mask.unreadable');
    throw error;
  }
}
