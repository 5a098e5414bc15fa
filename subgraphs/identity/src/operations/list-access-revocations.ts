import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { ACCESS_TOKEN_LIFETIME_MS } from '../contracts.ts';
import type { RevocationRow, RevocationStore } from '../store/revocation-store.ts';

const LIMIT = 1_000;
/** Clocks of two machines differ by less. */
const MARGIN_MS = 60_000;

/** For services: the sessions and keys that ended so lately that an access token of theirs may still be about. */
export async function listAccessRevocations(
  revocations: RevocationStore,
  viewer: Viewer,
  after: number,
): Promise<RevocationRow[]> {
  assertService(viewer);
  const since = new Date(Date.now() - ACCESS_TOKEN_LIFETIME_MS - MARGIN_MS);
  return revocations.list({ since, after, limit: LIMIT });
}
