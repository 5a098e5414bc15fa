import { doEach } from '@modu/rounds';
import type { Asset } from '../domain/asset.ts';
import type { Move, StorageAccount } from '../domain/storage-account.ts';
import type { AssetsDeps } from './deps.ts';

/** Younger moves belong to requests that are still at work. */
export const MOVE_AGE_MS = 120_000;

const PASS_LIMIT = 50;

/** Brings an end to moves that a crash left behind, for the accounts that were looked at longest ago. */
export async function settleMoves(deps: AssetsDeps): Promise<number> {
  const now = deps.now();
  const before = new Date(now.getTime() - MOVE_AGE_MS / 2);
  let ended = 0;
  await doEach(await deps.storage.takeToCheck({ now, before, limit: PASS_LIMIT }), async (account) => {
    ended += await settleMovesOf(account, deps);
  });
  return ended;
}

/** @returns how many moves came to their end. */
export async function settleMovesOf(account: StorageAccount, deps: AssetsDeps): Promise<number> {
  const oldest = deps.now().getTime() - MOVE_AGE_MS;
  const old = account.moves.filter((move) => move.at.getTime() <= oldest);
  const assets = await deps.assets.findMany(old.map(({ assetId }) => assetId));
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  const ended = await Promise.all(
    old.map((move) => settleMove(account.userId, move, { asset: byId.get(move.assetId), deps })),
  );
  return ended.filter(Boolean).length;
}

/** What the record says has happened is made true in the account; a move that the record does not name came to nothing. */
async function settleMove(
  userId: string,
  move: Move,
  { asset, deps: { storage } }: { readonly asset: Asset | undefined; readonly deps: AssetsDeps },
): Promise<boolean> {
  if (move.kind === 'LEAVING') {
    return asset?.departure === move.token ? storage.depart(userId, move) : storage.cancelDeparture(userId, move.token);
  }
  if (asset?.reservation !== move.token || asset.status === 'REJECTED') return storage.giveBack(userId, move);
  const isOpen = asset.status === 'AWAITING_UPLOAD' || asset.status === 'SCANNING';
  return isOpen ? false : storage.settle(userId, move);
}
