import { createGunzip } from 'node:zlib';
import type { Rejection } from '../domain/asset.ts';
import { isForeignArchive } from '../domain/content-kind.ts';
import { isBomb } from '../domain/content-limits.ts';
import { bytesOf } from './content.ts';
import type { Content } from './content.ts';
import { SNIFFED_BYTES, sniffType } from './sniff-type.ts';

/** Unpacks a gzip file into nothing, as far as it stays within what can be meant well. What is in it may not be a foreign archive. */
export async function checkGzip(content: Content): Promise<Rejection | undefined> {
  const packed = await bytesOf(content);
  const unpacking = createGunzip();
  packed.once('error', (error) => unpacking.destroy(error));
  const sample: Uint8Array[] = [];
  let unpackedBytes = 0;
  try {
    for await (const chunk of packed.pipe(unpacking)) {
      if (unpackedBytes < SNIFFED_BYTES) sample.push(chunk as Uint8Array);
      unpackedBytes += (chunk as Uint8Array).byteLength;
      if (isBomb({ packedBytes: content.sizeBytes, unpackedBytes })) return 'BOMB';
    }
    const inside = await sniffType(Buffer.concat(sample));
    return inside !== undefined && isForeignArchive(inside) ? 'UNSUPPORTED_ARCHIVE' : undefined;
  } catch (error) {
    // What zlib says is about the bytes; anything else is about reaching them.
    if (String((error as { code?: unknown }).code).startsWith('Z_')) return 'UNREADABLE';
    throw error;
  } finally {
    packed.destroy();
  }
}
