import { RunFailure, download } from '@modu/paid-work';
import type { AssetsClient } from '@modu/paid-work';
import type { ImageJob } from '../contracts.ts';

/** The pictures that a job starts from. */
export interface Sources {
  readonly source?: Uint8Array;
  readonly mask?: Uint8Array;
}

const SOURCE_BYTES_MAX = 32 * 1024 * 1024;
const DOWNLOAD_TIMEOUT_MS = 60_000;

/** Fetches what a job starts from. When its owner has deleted it in the meantime, trying again is of no use. */
export async function fetchSource(
  assets: AssetsClient,
  {
    ownerId,
    job,
    signal,
  }: { readonly ownerId: string; readonly job: Pick<ImageJob, 'source' | 'maskPng'>; readonly signal: AbortSignal },
): Promise<Sources> {
  if (!job.source) return {};
  const file = await assets.find(ownerId, job.source.assetId);
  if (file?.status !== 'READY') {
    throw new RunFailure('INVALID_REQUEST', {
      retryable: false,
      cause: new Error('The source is not there any more.'),
    });
  }
  const limits = { sizeBytesMax: SOURCE_BYTES_MAX, timeoutMs: DOWNLOAD_TIMEOUT_MS, signal };
  const source = await download(file.url, limits).catch((cause: unknown) => {
    throw signal.aborted ? signal.reason : new RunFailure('STORAGE_FAILED', { retryable: true, cause });
  });
  return { source, ...(job.maskPng ? { mask: Buffer.from(job.maskPng, 'base64') } : {}) };
}
