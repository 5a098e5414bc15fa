import { TRASH_MS } from '../domain/asset.ts';
import type { AssetsDeps } from './deps.ts';
import { removeReady } from './delete-asset.ts';

const PASS_LIMIT = 50;

/** Removes archives whose day is over. @returns how many. */
export async function removeEndedArchives(deps: AssetsDeps): Promise<number> {
  const ended = await deps.assets.listEnded({ before: deps.now(), limit: PASS_LIMIT });
  for (const asset of ended) await removeReady(asset, deps);
  return ended.length;
}

/** Removes what has lain in the trash for its time. @returns how many files. */
export async function emptyTrash(deps: AssetsDeps): Promise<number> {
  const before = new Date(deps.now().getTime() - TRASH_MS);
  const old = await deps.assets.listTrashed({ before, limit: PASS_LIMIT });
  for (const asset of old) await removeReady(asset, deps, { trashedBefore: before });
  return old.length;
}
