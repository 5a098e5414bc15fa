import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { inTransaction } from '@modu/postgres';
import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { checkExpiry, RENEWED_JOBS_MAX } from '../domain/limits.ts';
import { renewHoldRows } from '../store/hold-store.ts';
import type { Ledger } from '../store/ledger.ts';

export interface Renewal {
  readonly jobIds: readonly string[];
  readonly expiresInSeconds: number;
}

/** Keeps open holds open longer; only for services. Returns the ids of the jobs whose holds are still open. */
export async function renewHolds(ledger: Ledger, viewer: Viewer, renewal: Renewal): Promise<string[] | Refusal> {
  assertService(viewer);
  const { jobIds, expiresInSeconds } = renewal;
  if (jobIds.length > RENEWED_JOBS_MAX) {
    return refuse('INVALID_INPUT', 'renew.tooMany', { path: ['jobIds'], params: { max: RENEWED_JOBS_MAX } });
  }
  const invalid = checkExpiry(expiresInSeconds, ['expiresInSeconds']);
  if (invalid) return invalid;
  const expiresAt = new Date(ledger.now().getTime() + expiresInSeconds * 1_000);
  return inTransaction(ledger.pool, (client) => renewHoldRows(client, { jobIds, expiresAt }));
}
