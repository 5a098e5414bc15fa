import sharp from 'sharp';

/** A mask as OpenAI's edits want it: clear where the picture is made anew, opaque elsewhere. */
export async function maskForOpenai(mask: Uint8Array): Promise<Uint8Array> {
  const { data, info } = await sharp(mask).greyscale().raw().toBuffer({ resolveWithObject: true });
  const rgba = new Uint8Array(info.width * info.height * 4);
  for (let i = 0; i < info.width * info.height; i++) rgba[i * 4 + 3] = data[i * info.channels]! >= 128 ? 0 : 255;
  return sharp(rgba, { raw: { width: info.width, height: info.height, channels: 4 } })
    .png()
    .toBuffer();
}
