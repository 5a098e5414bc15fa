import sharp from 'sharp';
import { thumbHashToRGBA } from 'thumbhash';
import { describe, expect, it } from 'vitest';
import { paintPicture } from '../../testing/paint-picture.ts';
import { makeThumbnail } from './make-thumbnail.ts';

describe('a thumbnail', () => {
  it.each([
    [640, 400, 512, 320],
    [300, 900, 171, 512],
    [64, 48, 64, 48],
  ])('of %i × %i is a WebP of %i × %i', async (width, height, small, tall) => {
    const made = await makeThumbnail(await paintPicture({ width, height }));

    expect(made).toMatchObject({ width, height });
    expect(await sharp(made?.webp).metadata()).toMatchObject({ format: 'webp', width: small, height: tall });
  });

  it('comes with a blurred stand-in of the same colours', async () => {
    const made = await makeThumbnail(await paintPicture());
    const hash = Buffer.from(made?.thumbhash ?? '', 'base64');
    const { w, h, rgba } = thumbHashToRGBA(hash);
    const first = [...rgba.slice(0, 3)];
    const last = [...rgba.slice((w * h - 1) * 4, (w * h - 1) * 4 + 3)];

    expect(hash.byteLength).toBeLessThanOrEqual(25);
    // Given a gradient from blue to orange
    expect(first[2]).toBeGreaterThan(first[0] ?? 0);
    expect(last[0]).toBeGreaterThan(last[2] ?? 0);
  });

  it('of a photo that lies on its side stands upright, and tells nothing of where it was taken', async () => {
    const photo = await sharp(await paintPicture({ width: 200, height: 100 }))
      .withExif({ IFD0: { Orientation: '6', Copyright: 'secret place' } })
      .jpeg()
      .toBuffer();
    const made = await makeThumbnail(await sharp(photo).withMetadata({ orientation: 6 }).toBuffer());

    expect(made).toMatchObject({ width: 100, height: 200 });
    expect((await sharp(made?.webp).metadata()).exif).toBeUndefined();
  });

  it('is the same for the same picture, so that a second run stores what the first one did', async () => {
    const picture = await paintPicture();

    expect(await makeThumbnail(picture)).toEqual(await makeThumbnail(picture));
  });

  it('is not made of what is no picture, cut off, or unfolds without end', async () => {
    const picture = await paintPicture({ width: 256, height: 256 });
    const bomb = await sharp({
      create: { width: 9_000, height: 9_000, channels: 3, background: 'red' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();

    expect(await makeThumbnail(new TextEncoder().encode('no picture'))).toBeUndefined();
    expect(await makeThumbnail(new Uint8Array())).toBeUndefined();
    expect(await makeThumbnail(picture.subarray(0, picture.byteLength / 2))).toBeUndefined();
    expect(await makeThumbnail(bomb)).toBeUndefined();
  });
});
