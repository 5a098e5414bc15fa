import sharp from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import { upload } from '../bench/person.ts';
import type { Person } from '../bench/person.ts';

/** A real picture in the bucket, and its small one. */
export interface PooledPicture {
  readonly assetId: string;
  readonly thumbnailAssetId: string;
  readonly thumbhash: string;
  readonly width: number;
  readonly height: number;
}

const SIZES = [
  [1024, 1024],
  [1216, 832],
  [832, 1216],
  [1344, 768],
  [768, 1344],
  [1152, 896],
] as const;

/** Paints pictures and uploads each with its thumbnail, as the person's own files. */
export async function makePicturePool(person: Person, count: number): Promise<PooledPicture[]> {
  const pool: PooledPicture[] = [];
  for (let index = 0; index < count; index++) {
    const [width, height] = SIZES[index % SIZES.length] ?? SIZES[0];
    const picture = new Uint8Array(
      await sharp(Buffer.from(scene(index, { width, height })))
        .png()
        .toBuffer(),
    );
    const thumbnail = new Uint8Array(
      await sharp(picture).resize(512, 512, { fit: 'inside' }).webp({ quality: 82 }).toBuffer(),
    );
    const { data, info } = await sharp(thumbnail)
      .resize(100, 100, { fit: 'inside' })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const original = await upload(person, picture, { filename: `scene-${index}.png`, contentType: 'image/png' });
    const small = await upload(person, thumbnail, { filename: `scene-${index}.webp`, contentType: 'image/webp' });
    pool.push({
      ...{ assetId: original.id, thumbnailAssetId: small.id, width, height },
      thumbhash: Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64'),
    });
  }
  return pool;
}

/** Hills, water and a sun in colours of their own. */
function scene(index: number, { width, height }: { width: number; height: number }): string {
  const hue = (index * 47) % 360;
  const sun = { x: ((index * 131) % 80) / 100 + 0.1, y: ((index * 71) % 30) / 100 + 0.12 };
  const hills = [0.5, 0.62, 0.74, 0.86].map((line, row) => {
    const top = height * line;
    const swing = height * (0.05 + (((index + row) * 29) % 10) / 100);
    const curve = `C ${width * 0.3} ${top - swing}, ${width * 0.6} ${top + swing}, ${width} ${top - swing / 2}`;
    const colour = `hsl(${(hue + row * 14) % 360} ${30 + row * 6}% ${62 - row * 14}%)`;
    return `<path d="M 0 ${top} ${curve} L ${width} ${height} L 0 ${height} Z" fill="${colour}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="hsl(${(hue + 190) % 360} 55% 72%)"/>
    <stop offset="1" stop-color="hsl(${(hue + 20) % 360} 75% 86%)"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#sky)"/>
    <circle cx="${width * sun.x}" cy="${height * sun.y}" r="${height * 0.07}" fill="hsl(${(hue + 40) % 360} 90% 70%)"/>${hills.join('')}</svg>`;
}
