import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const GREY = { bits: 8, colour: 0, level: 0x80 };

/** A square of one grey as a PNG. */
export function plainPicture(sidePixels: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(sidePixels, 0);
  head.writeUInt32BE(sidePixels, 4);
  head.set([GREY.bits, GREY.colour], 8);
  // Each row begins with the filter it is written by: none.
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(sidePixels, GREY.level)]);
  const rows = Buffer.concat(Array.from({ length: sidePixels }, () => row));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
