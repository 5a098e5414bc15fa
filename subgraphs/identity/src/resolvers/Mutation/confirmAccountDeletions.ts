import type { IdentityContext } from '../../context.ts';
import { confirmAccountDeletions as confirm } from '../../operations/list-account-deletions.ts';

export const confirmAccountDeletions = (
  _: unknown,
  { through }: { readonly through: number },
  { accounts, viewer }: IdentityContext,
) => confirm(accounts, viewer, through);
