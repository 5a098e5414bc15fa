import { createHash } from 'node:crypto';
import { BlobNotFoundError } from '@modu/blobs';
import type { BlobHead, Blobs } from '@modu/blobs';
import type { Asset, Rejection } from '../domain/asset.ts';
import { contentAgrees, isZipBased } from '../domain/content-agreement.ts';
import { contentKindOf } from '../domain/content-kind.ts';
import { HELD_BYTES_MAX } from '../domain/content-limits.ts';
import { findMismatch } from '../domain/stored-object.ts';
import { checkContent } from '../inspection/check-content.ts';
import { isLockedDocument } from '../inspection/locked-document.ts';
import { SNIFFED_BYTES, sniffType } from '../inspection/sniff-type.ts';
import type { AssetsDeps } from './deps.ts';
import { inLine } from './inspection-line.ts';

/** The end record of a zip archive with the longest comment it may have. */
const TAIL_BYTES = 65_557;

interface Range {
  readonly start: number;
  readonly end: number;
}

/** SETTLED: somebody else came to an end with this upload while it waited for its turn. */
export type Verdict = 'MISSING' | 'SETTLED' | 'GOOD' | Rejection;

type Deps = Pick<AssetsDeps, 'assets' | 'blobs'>;

/** Looks at what lies in the bucket: whether it is there, GOOD, or the reason to reject it. */
export async function inspectUpload(asset: Asset, deps: Deps): Promise<Verdict> {
  try {
    const head = await deps.blobs.head(asset.objectKey);
    if (!head) return 'MISSING';
    // Before a byte is read: what is longer than announced is never read to its end.
    if (head.sizeBytes !== asset.sizeBytes) return 'WRONG_LENGTH';
    return await inLine(asset.ownerId, async (hasWaited) =>
      hasWaited && (await isSettled(asset, deps)) ? 'SETTLED' : inspect(asset, { head, ...deps }),
    );
  } catch (error) {
    // Removed between two looks: somebody gave the upload up.
    if (error instanceof BlobNotFoundError) return 'MISSING';
    throw error;
  }
}

async function isSettled({ id, status, reservation }: Asset, { assets }: Deps): Promise<boolean> {
  const now = await assets.find(id);
  return now?.status !== status || now.reservation !== reservation;
}

async function inspect(
  asset: Asset,
  { head, blobs }: { readonly head: BlobHead; readonly blobs: Blobs },
): Promise<Verdict> {
  const { objectKey: key, sizeBytes, contentType } = asset;
  const sample = await readPart(key, { start: 0, end: Math.min(SNIFFED_BYTES, sizeBytes) - 1 }, blobs);
  const sniffed = await sniffType(sample);
  const kind = contentKindOf(contentType, { sample, sniffed });
  const isHeld = kind !== 'PLAIN' && kind !== 'FOREIGN_ARCHIVE' && sizeBytes <= HELD_BYTES_MAX;
  const read = isHeld || head.sha256Hex === undefined ? await readWhole(key, { isHeld, blobs }) : undefined;
  const mismatch = findMismatch(asset, { ...head, sha256: read?.sha256 ?? head.sha256Hex ?? '' });
  if (mismatch) return mismatch;
  if (!contentAgrees(contentType, sniffed)) {
    const reading = { sniffed, sample, sizeBytes, read: (range: Range) => readPart(key, range, blobs) };
    return isZipBased(contentType) && (await isLockedDocument(reading)) ? 'ENCRYPTED' : 'WRONG_CONTENT';
  }

  const tail = read?.held?.subarray(-TAIL_BYTES) ?? (await readTail(kind, { key, sizeBytes, blobs }));
  const content = {
    kind,
    sizeBytes,
    head: sample,
    tail,
    ...(read?.held ? { held: read.held } : {}),
    open: (range: Range) => blobs.getStream(key, range),
  };
  return (await checkContent(content)) ?? 'GOOD';
}

async function readTail(
  kind: ReturnType<typeof contentKindOf>,
  { key, sizeBytes, blobs }: { readonly key: string; readonly sizeBytes: number; readonly blobs: Blobs },
): Promise<Uint8Array> {
  if (kind === 'PLAIN') return new Uint8Array();
  return readPart(key, { start: Math.max(0, sizeBytes - TAIL_BYTES), end: sizeBytes - 1 }, blobs);
}

async function readPart(key: string, range: Range, blobs: Blobs): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await blobs.getStream(key, range)) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** Reads every byte once for its hash, and keeps them all when they are to be looked into. */
async function readWhole(
  key: string,
  { isHeld, blobs }: { readonly isHeld: boolean; readonly blobs: Blobs },
): Promise<{ readonly sha256: string; readonly held?: Uint8Array }> {
  const hash = createHash('sha256');
  const chunks: Uint8Array[] = [];
  for await (const chunk of await blobs.getStream(key)) {
    const bytes = chunk as Uint8Array;
    hash.update(bytes);
    if (isHeld) chunks.push(bytes);
  }
  return { sha256: hash.digest('hex'), ...(isHeld ? { held: Buffer.concat(chunks) } : {}) };
}
