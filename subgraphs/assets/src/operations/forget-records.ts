import { doEach } from '@modu/rounds';
import type { Viewer } from '@modu/viewer';
import { TRASH_MS } from '../domain/asset.ts';
import { batchByBatch } from './batch-by-batch.ts';
import type { Turn } from './batch-by-batch.ts';
import type { AssetsDeps } from './deps.ts';
import { removeFilesOf } from './remove-files-of.ts';
import { settleMovesOf } from './settle-moves.ts';

const BATCH = 200;
const PEOPLE_LIMIT = 20;
/** So long somebody who left may still have a token that works; what they begin meanwhile is removed as well. */
export const FAREWELL_MS = 86_400_000;

const viewer: Viewer = { kind: 'service', service: 'assets', locale: 'en' };

/**
 * Once the bytes of a file are gone for good, its record says no more what it was; uploads that came to nothing are
 * forgotten after the time of the trash. @returns how many records.
 */
export async function forgetFiles({ records, now }: Pick<AssetsDeps, 'records' | 'now'>, turn?: Turn): Promise<number> {
  const before = new Date(now().getTime() - TRASH_MS);
  const inBatches = (forget: (limit: number) => Promise<number>) => {
    const take = async (limit: number) => {
      const done = await forget(limit);
      return { found: done, done };
    };
    return batchByBatch({ limit: BATCH, take }, turn);
  };
  const blanked = await inBatches((limit) => records.blankDeleted(limit));
  return blanked + (await inBatches((limit) => records.removeRejected({ before, limit })));
}

/**
 * Removes the records of people who left, once their bytes are gone, and a day later their storage account. Each step may
 * be repeated: whatever a crash leaves, the next round finds the account and goes on.
 */
export async function forgetDeparted(deps: AssetsDeps): Promise<void> {
  const now = deps.now();
  await doEach(await deps.departed.take({ now, limit: PEOPLE_LIMIT }), async ({ userId, departedAt }) => {
    if (!(await removeFilesOf(userId, { viewer, deps }))) return;
    const account = await deps.storage.find(userId);
    if (account) await settleMovesOf(account, deps);
    // A move is ended by what its record says: as long as there is one, the records stay.
    if ((await deps.storage.find(userId))?.moves.length) return;
    const left = await deps.records.removeSweptOf(userId);
    const isOver = now.getTime() - departedAt.getTime() >= FAREWELL_MS;
    if (left === 0 && isOver) await deps.departed.forget(userId);
  });
}
