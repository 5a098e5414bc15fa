import { doEach } from '@modu/rounds';
import { TRASH_MS } from '../domain/asset.ts';
import type { Asset } from '../domain/asset.ts';
import { batchByBatch } from './batch-by-batch.ts';
import type { Bound, Turn } from './batch-by-batch.ts';
import type { AssetsDeps } from './deps.ts';
import { removeReady } from './delete-asset.ts';

const BATCH = 50;

/** Removes archives whose day is over. @returns how many. */
export function removeEndedArchives(deps: AssetsDeps, turn?: Turn): Promise<number> {
  const take = async (limit: number, bound: Bound) =>
    removeAll(await deps.assets.listEnded({ before: deps.now(), limit }), { deps, bound });
  return batchByBatch({ limit: BATCH, take }, turn);
}

/** Removes what has lain in the trash for its time. @returns how many files. */
export function emptyTrash(deps: AssetsDeps, turn?: Turn): Promise<number> {
  const trashedBefore = new Date(deps.now().getTime() - TRASH_MS);
  const take = async (limit: number, bound: Bound) => {
    const old = await deps.assets.listTrashed({ before: trashedBefore, limit });
    return removeAll(old, { deps, bound }, { trashedBefore });
  };
  return batchByBatch({ limit: BATCH, take }, turn);
}

async function removeAll(
  assets: readonly Asset[],
  { deps, bound }: { readonly deps: AssetsDeps; readonly bound: Bound },
  expected?: { readonly trashedBefore: Date },
): Promise<{ found: number; done: number }> {
  const done = await doEach(assets, (asset) => removeReady(asset, deps, expected), bound);
  return { found: assets.length, done };
}
