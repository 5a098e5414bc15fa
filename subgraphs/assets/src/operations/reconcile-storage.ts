import type { AssetsDeps } from './deps.ts';
import { settleMovesOf } from './settle-moves.ts';

const PASS_LIMIT = 20;
const AUDIT_EVERY_MS = 60 * 60_000;

export type Reconciliation = 'RIGHT' | 'CORRECTED' | 'IN_MOTION';

/**
 * Compares a storage account with the records and corrects it. The counters are right by construction; this finds what
 * construction did not foresee. IN_MOTION: bytes were leaving or the account changed meanwhile; the next pass looks again.
 */
export async function reconcileStorage(userId: string, deps: AssetsDeps): Promise<Reconciliation> {
  const before = await deps.storage.find(userId);
  if (!before) return 'RIGHT';
  await settleMovesOf(before, deps);
  const account = await deps.storage.find(userId);
  if (!account || account.moves.some(({ kind }) => kind === 'LEAVING')) return 'IN_MOTION';

  const arriving = await namedByRecords(account.moves, deps);
  const ready = await deps.assets.sumReadyBytes({ ownerId: userId, except: arriving });
  const reserved = account.moves.reduce((sum, { bytes }) => sum + bytes, 0);
  if (account.usedBytes === ready && account.reservedBytes === reserved) return 'RIGHT';
  const figures = { version: account.version, usedBytes: ready, reservedBytes: reserved };
  return (await deps.storage.correctUsed(userId, figures)) ? 'CORRECTED' : 'IN_MOTION';
}

/** Assets whose bytes are still counted by their reservation, even if they became READY a moment ago. */
async function namedByRecords(
  moves: readonly { readonly token: string; readonly assetId: string }[],
  { assets }: Pick<AssetsDeps, 'assets'>,
): Promise<string[]> {
  const tokens = new Set(moves.map(({ token }) => token));
  const found = await assets.findMany(moves.map(({ assetId }) => assetId));
  return found.filter(({ reservation }) => tokens.has(reservation)).map(({ id }) => id);
}

/** Reconciles the accounts that were audited longest ago. @returns the users whose figures were wrong. */
export async function auditStorage(deps: AssetsDeps): Promise<string[]> {
  const now = deps.now();
  const before = new Date(now.getTime() - AUDIT_EVERY_MS);
  const corrected: string[] = [];
  for (const userId of await deps.storage.takeToAudit({ now, before, limit: PASS_LIMIT })) {
    if ((await reconcileStorage(userId, deps)) === 'CORRECTED') corrected.push(userId);
  }
  return corrected;
}
