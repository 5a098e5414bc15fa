import sharp from 'sharp';
import { PREVIEW_CHARS_MAX } from '../contract.ts';
import { labToRgb } from './colour/srgb.ts';
import { halved, type Surface } from './raster/surface.ts';
import type { Work } from './work.ts';

// One picture, one core: libvips must not take the cores that belong to other workers.
sharp.concurrency(1);
sharp.cache(false);

const raw = ({ width, height, lab }: Surface) => sharp(labToRgb(lab), { raw: { width, height, channels: 3 } });

/** What is written into every file, so that no copy can pass for the work of a neural model. */
export const SOFTWARE = 'Modu Sketch (not a neural model)';

/** libvips drops the last bracket of an EXIF text, taking it for its own note of the type: it is given one to drop. */
const exifText = (text: string) => `${text} ()`;

/** The finished picture as PNG. EXIF names its maker and nothing of the request: a shared file must not tell prompt or seed. */
export async function encodePng({ surface, rgb }: Pick<Work, 'surface' | 'rgb'>): Promise<Uint8Array> {
  const { width, height } = surface;
  const png = await sharp(rgb?.() ?? labToRgb(surface.lab), { raw: { width, height, channels: 3 } })
    .withExif({ IFD0: { Software: exifText(SOFTWARE) } })
    .png({ compressionLevel: 6, adaptiveFiltering: false })
    .toBuffer();
  return Uint8Array.from(png);
}

const TRIES = [
  { side: 224, quality: 62 },
  { side: 192, quality: 46 },
  { side: 160, quality: 34 },
  { side: 112, quality: 26 },
  { side: 64, quality: 20 },
] as const;

/** A small WebP of the work so far as a data URL of at most 6 KB; undefined in the unheard-of case that none fits. */
export async function encodePreview(surface: Surface): Promise<string | undefined> {
  let small = surface;
  while (Math.min(small.width, small.height) >= 440) small = halved(small);
  const image = raw(small);
  for (const { side, quality } of TRIES) {
    const webp = await image
      .clone()
      .resize({ width: side, height: side, fit: 'inside', kernel: 'linear' })
      .webp({ quality, effort: 1 })
      .toBuffer();
    const url = `data:image/webp;base64,${webp.toString('base64')}`;
    if (url.length <= PREVIEW_CHARS_MAX) return url;
  }
  return undefined;
}
