import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Ledger } from '../store/ledger.ts';
import { confirmTermsChangesOf, listTermsChanges } from '../store/terms-change-store.ts';
import type { TermsChangeRow } from '../store/terms-change-store.ts';

const LIMIT = 100;

/** For services: whose terms are new after this, or after what the asking service has confirmed. @throws AccessError to anybody else. */
export async function readTermsChanges(
  { pool }: Ledger,
  viewer: Viewer,
  after: number | null | undefined,
): Promise<TermsChangeRow[]> {
  assertService(viewer);
  return listTermsChanges(pool, { service: viewer.service, after: after ?? null, limit: LIMIT });
}

/** For services: they act by the new terms up to this change. @returns how far they have come. */
export async function confirmTermsChanges(ledger: Ledger, viewer: Viewer, through: number): Promise<number> {
  assertService(viewer);
  return confirmTermsChangesOf(ledger.pool, { service: viewer.service, through, now: ledger.now() });
}
