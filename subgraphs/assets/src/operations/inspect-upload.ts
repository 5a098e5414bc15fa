import { createHash } from 'node:crypto';
import { BlobNotFoundError } from '@modu/blobs';
import type { Blobs } from '@modu/blobs';
import { fileTypeFromBuffer } from 'file-type';
import type { Asset, Rejection } from '../domain/asset.ts';
import { contentAgrees } from '../domain/content-agreement.ts';
import { findMismatch } from '../domain/stored-object.ts';

/** As much as file-type looks at. */
const SAMPLE_BYTES = 4_100;

export type Verdict = 'MISSING' | 'GOOD' | Rejection;

/** Looks at what lies in the bucket: MISSING, GOOD, or the reason to reject it. */
export async function inspectUpload(asset: Asset, { blobs }: { readonly blobs: Blobs }): Promise<Verdict> {
  try {
    return await inspect(asset, blobs);
  } catch (error) {
    // Removed between two looks: somebody gave the upload up.
    if (error instanceof BlobNotFoundError) return 'MISSING';
    throw error;
  }
}

async function inspect(asset: Asset, blobs: Blobs): Promise<Verdict> {
  const head = await blobs.head(asset.objectKey);
  if (!head) return 'MISSING';
  // Before a byte is read: what is longer than announced is never read to its end.
  if (head.sizeBytes !== asset.sizeBytes) return 'WRONG_LENGTH';
  const { sample, sha256 } = await read(asset.objectKey, { blobs, known: head.sha256Hex });
  const mismatch = findMismatch(asset, { ...head, sha256 });
  if (mismatch) return mismatch;
  const sniffed = await fileTypeFromBuffer(sample);
  return contentAgrees(asset.contentType, sniffed?.mime) ? 'GOOD' : 'WRONG_CONTENT';
}

/** The first bytes, and the hash: the bucket's own if it keeps one, else of all the bytes, read through once. */
async function read(
  key: string,
  { blobs, known }: { readonly blobs: Blobs; readonly known: string | undefined },
): Promise<{ sample: Uint8Array; sha256: string }> {
  const hash = createHash('sha256');
  const first: Uint8Array[] = [];
  let sampled = 0;
  for await (const chunk of await blobs.getStream(key)) {
    const bytes = chunk as Uint8Array;
    if (sampled < SAMPLE_BYTES) first.push(bytes.subarray(0, SAMPLE_BYTES - sampled));
    sampled += bytes.byteLength;
    if (known === undefined) hash.update(bytes);
    else if (sampled >= SAMPLE_BYTES) break;
  }
  return { sample: Buffer.concat(first), sha256: known ?? hash.digest('hex') };
}
