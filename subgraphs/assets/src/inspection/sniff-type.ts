import { fileTypeFromBuffer } from 'file-type';

/** As much of a file's beginning as is looked at. */
export const SNIFFED_BYTES = 4_100;

/** TIFF and BigTIFF, in both orders of bytes. */
const TIFF_BEGINNINGS = ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].map((beginning) => Buffer.from(beginning, 'latin1'));

/**
 * The type that a file's first bytes tell. Of a TIFF, file-type wants to read the directory too, to tell it from what cameras keep
 * in the same form; most programs write that behind the picture.
 */
export async function sniffType(sample: Uint8Array): Promise<string | undefined> {
  const told = (await fileTypeFromBuffer(sample))?.mime;
  if (told !== undefined) return told;
  return TIFF_BEGINNINGS.some((beginning) => beginning.equals(sample.subarray(0, 4))) ? 'image/tiff' : undefined;
}
