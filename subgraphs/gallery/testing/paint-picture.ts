import sharp from 'sharp';

/** A picture that is not of one colour: a gradient from blue to orange, as PNG. */
export async function paintPicture({ width = 640, height = 400 } = {}): Promise<Uint8Array> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const warm = Math.round((255 * (x + y)) / (width + height));
      pixels.set([warm, 120, 255 - warm], (y * width + x) * 3);
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}
