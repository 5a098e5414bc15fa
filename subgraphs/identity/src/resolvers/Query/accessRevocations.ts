import type { IdentityContext } from '../../context.ts';
import { listAccessRevocations } from '../../operations/list-access-revocations.ts';

export const accessRevocations = (
  _: unknown,
  { after }: { readonly after: number },
  { revocations, viewer }: IdentityContext,
) => listAccessRevocations(revocations, viewer, after);
