import { once } from 'node:events';
import { createInflate } from 'node:zlib';
import type { Rejection } from '../domain/asset.ts';
import { PDF_STREAMS_MAX, PDF_UNPACKED_BYTES_MAX } from '../domain/content-limits.ts';
import { PdfStreams } from './pdf-streams.ts';

/** One packing is the rule and two happen; more are there to multiply. */
const PACKINGS_MAX = 2;

/**
 * Unpacks every deflated stream of a PDF into nothing, within a bound, as its bytes come by. Streams that are encrypted or
 * broken are left to the reader, which bounds itself too; this is so that a few kilobytes can't cost a worker its memory.
 */
export async function checkPdf(
  bytes: AsyncIterable<Uint8Array>,
  { unpackedBytesMax = PDF_UNPACKED_BYTES_MAX } = {},
): Promise<Rejection | undefined> {
  const streams = new PdfStreams(bytes);
  let unpackedBytes = 0;
  for (let count = 1; ; count++) {
    const dictionary = await streams.next();
    if (dictionary === undefined) return undefined;
    const packings = dictionary.match(/\/(FlateDecode|Fl)\b/g)?.length ?? 0;
    if (packings > PACKINGS_MAX || count > PDF_STREAMS_MAX) return 'BOMB';
    unpackedBytes += await unpackedSize(streams.body(), { packings, bytesMax: unpackedBytesMax - unpackedBytes });
    if (unpackedBytes > unpackedBytesMax) return 'BOMB';
  }
}

/** Reads a stream to its end. @returns what it unpacks to, as far as it can be unpacked, and not much more than `bytesMax`. */
async function unpackedSize(
  body: AsyncIterable<Buffer>,
  { packings, bytesMax }: { readonly packings: number; readonly bytesMax: number },
): Promise<number> {
  const unpacker = packings === 0 ? undefined : startUnpacking(packings, bytesMax);
  for await (const piece of body) await unpacker?.write(piece);
  return (await unpacker?.end()) ?? 0;
}

/** What is encrypted or broken from some place on counts up to there. */
function startUnpacking(packings: number, bytesMax: number) {
  const first = createInflate();
  let last = first;
  for (let more = 1; more < packings; more++) {
    const next = createInflate();
    last.once('error', (error) => next.destroy(error));
    last = last.pipe(next);
  }
  let size = 0;
  const count = async () => {
    for await (const piece of last) if ((size += (piece as Buffer).byteLength) > bytesMax) break;
  };
  const counted = count()
    .catch(() => {})
    .finally(() => first.destroy());
  return {
    write: async (piece: Buffer): Promise<void> => {
      if (first.destroyed || first.write(piece)) return;
      await Promise.race([once(first, 'drain').catch(() => {}), counted]);
    },
    end: async (): Promise<number> => {
      if (!first.destroyed) first.end();
      await counted;
      return size;
    },
  };
}
