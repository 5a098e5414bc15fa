import { TRASH_MS } from '../domain/asset.ts';
import type { AssetsDeps } from './deps.ts';
import { removeReady } from './delete-asset.ts';

const PASS_LIMIT = 50;

/** Removes what has lain in the trash for its time. @returns how many files. */
export async function emptyTrash(deps: AssetsDeps): Promise<number> {
  const before = new Date(deps.now().getTime() - TRASH_MS);
  const old = await deps.assets.listTrashed({ before, limit: PASS_LIMIT });
  for (const asset of old) await removeReady(asset, deps);
  return old.length;
}
