import { Readable } from 'node:stream';
import { createInflate } from 'node:zlib';
import type { Rejection } from '../domain/asset.ts';
import { PDF_STREAMS_MAX, PDF_UNPACKED_BYTES_MAX } from '../domain/content-limits.ts';

/** One packing is the rule and two happen; more are there to multiply. */
const PACKINGS_MAX = 2;
const DICTIONARY_BYTES_MAX = 4_096;

/**
 * Unpacks every deflated stream of a PDF into nothing, within a bound. Streams that are encrypted or broken are left to
 * the reader, which bounds itself too; this is so that a few kilobytes can't cost a worker its memory.
 */
export async function checkPdf(
  bytes: Uint8Array,
  { unpackedBytesMax = PDF_UNPACKED_BYTES_MAX } = {},
): Promise<Rejection | undefined> {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let unpackedBytes = 0;
  let streams = 0;
  for (const { dictionary, body } of streamsOf(pdf)) {
    streams += 1;
    const packings = dictionary.match(/\/(FlateDecode|Fl)\b/g)?.length ?? 0;
    if (packings > PACKINGS_MAX || streams > PDF_STREAMS_MAX) return 'BOMB';
    if (packings > 0)
      unpackedBytes += await unpackedSize(body, { packings, bytesMax: unpackedBytesMax - unpackedBytes });
    if (unpackedBytes > unpackedBytesMax) return 'BOMB';
  }
  return undefined;
}

function* streamsOf(pdf: Buffer): Generator<{ readonly dictionary: string; readonly body: Buffer }> {
  let at = 0;
  for (;;) {
    const keyword = pdf.indexOf('stream', at);
    if (keyword < 0) return;
    at = keyword + 6;
    // The end of the one before has the same letters.
    if (pdf.subarray(keyword - 3, keyword).toString('latin1') === 'end') continue;
    const end = pdf.indexOf('endstream', at);
    if (end < 0) return;
    const around = pdf.subarray(Math.max(0, keyword - DICTIONARY_BYTES_MAX), keyword).toString('latin1');
    const dictionary = around.slice(Math.max(0, around.lastIndexOf(' obj')));
    const start = at + (pdf[at] === 13 ? 1 : 0) + 1;
    yield { dictionary, body: pdf.subarray(start, end) };
    at = end + 9;
  }
}

async function unpackedSize(
  body: Buffer,
  { packings, bytesMax }: { readonly packings: number; readonly bytesMax: number },
): Promise<number> {
  let size = 0;
  let stream: Readable = Readable.from([body]);
  for (let i = 0; i < packings; i++) {
    const inflate = createInflate();
    stream.once('error', (error) => inflate.destroy(error));
    stream = stream.pipe(inflate);
  }
  try {
    for await (const chunk of stream) {
      size += (chunk as Uint8Array).byteLength;
      if (size > bytesMax) break;
    }
  } catch {
    // Encrypted or broken from here on.
  }
  return size;
}
