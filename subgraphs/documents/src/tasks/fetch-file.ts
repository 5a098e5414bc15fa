import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { RunFailure } from '@modu/paid-work';
import type { AssetsClient } from '@modu/paid-work';
import { inWorkFolder } from '@modu/work-folders';

interface Fetching {
  readonly ownerId: string;
  readonly assetId: string;
  readonly sizeBytesMax: number;
  readonly signal: AbortSignal;
}

const FETCH_TIMEOUT_MS = 300_000;

/** Brings a file of its owner here for as long as `use` works with it. When its owner deleted it meanwhile, that is the end. */
export function withFile<Result>(
  assets: AssetsClient,
  fetching: Fetching,
  use: (path: string) => Promise<Result>,
): Promise<Result> {
  return withFileComing(assets, fetching, async (path, fetched) => {
    await fetched;
    return use(path);
  });
}

/** Like `withFile`, but `use` begins while the file is on its way: it is there when `fetched` resolves. */
export async function withFileComing<Result>(
  assets: AssetsClient,
  { ownerId, assetId, sizeBytesMax, signal }: Fetching,
  use: (path: string, fetched: Promise<void>) => Promise<Result>,
): Promise<Result> {
  const file = await assets.find(ownerId, assetId);
  if (file?.status !== 'READY') throw new RunFailure('SOURCE_GONE', { retryable: false });
  return inWorkFolder('document', async (folder) => {
    const over = new AbortController();
    const path = join(folder, 'source');
    const order = { url: file.url, sizeBytesMax, signal: AbortSignal.any([signal, over.signal]) };
    const fetched = fetchTo(path, order).catch((cause: unknown) => {
      throw signal.aborted ? signal.reason : new RunFailure('STORAGE_FAILED', { retryable: true, cause });
    });
    try {
      return await use(path, fetched);
    } finally {
      // Whoever gave up before it was there wants it no more.
      over.abort();
      await fetched.catch(() => undefined);
    }
  });
}

async function fetchTo(
  path: string,
  { url, sizeBytesMax, signal }: Pick<Fetching, 'sizeBytesMax' | 'signal'> & { url: string },
) {
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(FETCH_TIMEOUT_MS)]);
  const response = await fetch(url, { signal: deadline });
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    throw new Error(`The file was not given: HTTP ${response.status}.`);
  }
  let sizeBytes = 0;
  const bound = new Transform({
    transform: (chunk: Buffer, _, done) => {
      sizeBytes += chunk.length;
      done(sizeBytes > sizeBytesMax ? new Error(`The file is longer than ${sizeBytesMax} bytes.`) : null, chunk);
    },
  });
  await pipeline(Readable.fromWeb(response.body), bound, createWriteStream(path), { signal: deadline });
}
