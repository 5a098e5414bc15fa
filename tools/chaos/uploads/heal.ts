import { createHash } from 'node:crypto';
import { createLogger } from '@modu/logger';
import type { AssetsDeps } from '../../../subgraphs/assets/src/operations/deps.ts';
import { compareBucket } from '../../../subgraphs/assets/src/operations/reconcile-objects.ts';
import { reconcileStorage } from '../../../subgraphs/assets/src/operations/reconcile-storage.ts';
import { tidyOnce } from '../../../subgraphs/assets/src/tasks/keep-tidy.ts';
import { createBucketWalk } from '../../../subgraphs/assets/src/tasks/walk-bucket.ts';
import type { Clock } from './open-assets.ts';

const HOUR_MS = 3_600_000;
/** Tickets have ended; orphans are told; a day later they are removed. */
export const HEALING_AHEAD_MS = [2 * HOUR_MS, 27 * HOUR_MS, 54 * HOUR_MS] as const;

interface Domain {
  readonly deps: AssetsDeps;
  readonly clock: Clock;
}

/** What the product does by itself within some days. */
export async function heal({ deps, clock }: Domain): Promise<void> {
  const logger = createLogger({ level: 'silent' });
  for (clock.aheadMs of HEALING_AHEAD_MS) {
    await tidyOnce(deps, logger);
    await createBucketWalk(deps, logger).step();
  }
}

/** What one person has, as it was acknowledged to them. */
export interface Promised {
  readonly userId: string;
  /** By asset id: the hash of the bytes of files that were said to be READY and that nobody asked to delete. */
  readonly ready: ReadonlyMap<string, string>;
}

/** Records, figures and bucket tell the same; every file that was said to be READY is there, byte by byte; nothing else is. */
export async function findBroken({ userId, ready }: Promised, { deps }: Domain): Promise<string[]> {
  const broken: string[] = [];
  const records = await deps.assets.listReady({ ownerId: userId, limit: 100 });
  const ids = new Set(records.map(({ id }) => id));
  for (const id of ready.keys()) if (!ids.has(id)) broken.push(`file ${id} was READY and is lost`);
  for (const { id, objectKey, sha256 } of records) {
    const bytes = await deps.blobs.get(objectKey, { sizeBytesMax: 1_000_000 }).catch((error: unknown) => String(error));
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) broken.push(`file ${id} has other bytes`);
    if ((ready.get(id) ?? sha256) !== sha256) broken.push(`file ${id} is another than was put`);
  }
  const objects = await deps.blobs.list({ prefix: `users/${userId}/`, limit: 100 });
  const kept = new Set(records.map(({ objectKey }) => objectKey));
  for (const { key } of objects) if (!kept.has(key)) broken.push(`${key} lies in the bucket and belongs to nothing`);
  const account = await deps.storage.find(userId);
  const usedBytes = records.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const figures = { usedBytes: account?.usedBytes ?? 0, reservedBytes: account?.reservedBytes ?? 0 };
  if (figures.usedBytes !== usedBytes || figures.reservedBytes !== 0 || (account?.moves.length ?? 0) > 0)
    broken.push(`figures say ${JSON.stringify(figures)}, files have ${usedBytes} bytes`);
  if (account && (await reconcileStorage(userId, deps)) !== 'RIGHT') broken.push('figures had to be corrected');
  const { orphans, lost } = await compareBucket(undefined, deps);
  return [...broken, ...orphans.map(({ key }) => `orphan ${key}`), ...lost.map((id) => `lost ${id}`)];
}
