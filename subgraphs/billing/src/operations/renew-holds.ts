import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { checkExpiry, RENEWED_JOBS_MAX } from '../domain/limits.ts';
import { findOpenHolders } from '../store/hold-store.ts';
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
  const byPerson = Map.groupBy(await findOpenHolders(ledger.pool, jobIds), ([, userId]) => userId);
  const renewed = await Promise.all(
    [...byPerson].map(([userId, held]) =>
      ledger.run(userId, { type: 'renew', jobIds: held.map(([jobId]) => jobId), expiresAt }),
    ),
  );
  return renewed.flatMap((open) => (isRefusal(open) ? [] : open));
}
