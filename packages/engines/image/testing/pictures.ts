import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A PNG with broad colours, edges and a fine pattern, the same for the same size. */
export async function testPicture({ width, height }: Size): Promise<Uint8Array> {
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const ground = y > height * 0.6;
      const pattern = ((x >> 2) + (y >> 2)) % 2 === 0 ? 14 : 0;
      const colour = ground
        ? [70 + pattern, 130 + pattern, 60]
        : [120 + (x * 60) / width, 170, 220 - (y * 60) / height];
      rgb.set(colour.map(Math.round), (y * width + x) * 3);
    }
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

/** A mask with a white disc in its middle. */
export async function discMask({ width, height }: Size): Promise<Uint8Array> {
  const radius = Math.min(width, height) / 4;
  const disc = `<circle cx="${width / 2}" cy="${height / 2}" r="${radius}" fill="white"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%"/>${disc}</svg>`;
  return sharp(Buffer.from(svg)).greyscale().png().toBuffer();
}

/** A PNG of some kilobytes that would take gigabytes once decoded: `side` × `side` black pixels. */
export function bombPng(side: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0], 8);
  const rows = deflateSync(Buffer.alloc((1 + Math.ceil(side / 8)) * side), { level: 1 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

/** The same picture as a PNG of so many bytes: the rest is a private chunk that nobody reads. */
export function padPng(png: Uint8Array, sizeBytes: number): Uint8Array {
  const end = png.length - END_BYTES;
  const rest = chunk('moDu', Buffer.alloc(sizeBytes - png.length - CHUNK_BYTES, 'x'));
  return Buffer.concat([png.subarray(0, end), rest, png.subarray(end)]);
}

/** What a chunk has beside its content, so that the last one, which has none, is no longer. */
const CHUNK_BYTES = 12;
const END_BYTES = CHUNK_BYTES;

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
