import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { AccountStore, DeletionRow } from '../store/account-store.ts';

const LIMIT = 100;

/** For services: the accounts that have gone after this one, in the order they went. */
export async function listAccountDeletions(
  accounts: AccountStore,
  viewer: Viewer,
  after: number,
): Promise<DeletionRow[]> {
  assertService(viewer);
  return accounts.listDeletions({ after, limit: LIMIT });
}
