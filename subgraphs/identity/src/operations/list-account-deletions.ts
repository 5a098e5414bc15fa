import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { AccountStore, DeletionRow } from '../store/account-store.ts';

const LIMIT = 100;

/** For services: the accounts that have gone after this one, or after what the asking service has confirmed. */
export async function listAccountDeletions(
  accounts: AccountStore,
  viewer: Viewer,
  after: number | null | undefined,
): Promise<DeletionRow[]> {
  assertService(viewer);
  return accounts.listDeletions({ after: after ?? (await accounts.confirmedBy(viewer.service)), limit: LIMIT });
}

/** For services: everything of theirs is removed of accounts up to this one. @returns how far they have come. */
export async function confirmAccountDeletions(
  accounts: AccountStore,
  viewer: Viewer,
  through: number,
): Promise<number> {
  assertService(viewer);
  return accounts.confirm({ service: viewer.service, through, now: new Date() });
}
