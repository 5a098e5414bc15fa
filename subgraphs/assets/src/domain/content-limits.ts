/** Files up to this size may be held in memory while they are looked at; larger ones are read through. */
export const HELD_BYTES_MAX = 64_000_000;

/** Two hours at 256 kbit/s, or half an hour of packed sound without loss. */
export const RECORDING_BYTES_MAX = 250_000_000;

/** A picture is decoded whole, so it must fit into memory, packed and unpacked. */
const PICTURE_BYTES_MAX = HELD_BYTES_MAX;
const DRAWING_BYTES_MAX = 8_000_000;

/** 100 megapixels are 400 MB once decoded: more than any camera, less than a server's memory. */
export const IMAGE_PIXELS_MAX = 100_000_000;
/** Frames of a moving picture, or pages of a TIFF. */
export const IMAGE_FRAMES_MAX = 2_000;

/** Elements of an SVG, and how deep they may lie in each other. */
export const DRAWING_ELEMENTS_MAX = 200_000;
export const DRAWING_DEPTH_MAX = 256;

export const ARCHIVE_ENTRIES_MAX = 20_000;
export const ARCHIVE_UNPACKED_BYTES_MAX = 4_000_000_000;
/** Text packs 3 to 20 times, empty tables perhaps 100 times; bombs, some thousand times. */
export const ARCHIVE_RATIO_MAX = 200;
/** What unpacks to less harms nobody, however well it is packed. */
const HARMLESS_BYTES = 32_000_000;

/** The largest picture of this type that is taken; no bound of its own for anything else. */
export function pictureBytesMax(contentType: string): number {
  if (contentType === 'image/svg+xml') return DRAWING_BYTES_MAX;
  return contentType.startsWith('image/') ? PICTURE_BYTES_MAX : Number.POSITIVE_INFINITY;
}

/** Does a packed file unpack to more than can be meant well? */
export function isBomb({
  packedBytes,
  unpackedBytes,
}: {
  readonly packedBytes: number;
  readonly unpackedBytes: number;
}): boolean {
  if (unpackedBytes > ARCHIVE_UNPACKED_BYTES_MAX) return true;
  return unpackedBytes > HARMLESS_BYTES && unpackedBytes > packedBytes * ARCHIVE_RATIO_MAX;
}

/** A PDF of scans unpacks a thousandfold and means no harm, so only the sum counts. */
export const PDF_UNPACKED_BYTES_MAX = 1_000_000_000;
export const PDF_STREAMS_MAX = 500_000;
