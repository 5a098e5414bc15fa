import type { IdentityContext } from '../../context.ts';
import { listAccountDeletions } from '../../operations/list-account-deletions.ts';

export const accountDeletions = (
  _: unknown,
  { after }: { readonly after?: number | null },
  { accounts, viewer }: IdentityContext,
) => listAccountDeletions(accounts, viewer, after);
