import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Rejection } from '../domain/asset.ts';
import { isBomb } from '../domain/content-limits.ts';
import type { Content } from './content.ts';

/** Unpacks a gzip file into nothing, as far as it stays within what can be meant well. */
export async function checkGzip({ held, sizeBytes, open }: Content): Promise<Rejection | undefined> {
  const packed = held ? Readable.from([held]) : await open({ start: 0, end: sizeBytes - 1 });
  const unpacking = createGunzip();
  packed.once('error', (error) => unpacking.destroy(error));
  let unpackedBytes = 0;
  try {
    for await (const chunk of packed.pipe(unpacking)) {
      unpackedBytes += (chunk as Uint8Array).byteLength;
      if (isBomb({ packedBytes: sizeBytes, unpackedBytes })) return 'BOMB';
    }
    return undefined;
  } catch (error) {
    // What zlib says is about the bytes; anything else is about reaching them.
    if (String((error as { code?: unknown }).code).startsWith('Z_')) return 'UNREADABLE';
    throw error;
  } finally {
    packed.destroy();
  }
}
