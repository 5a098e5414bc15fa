import type { BillingContext } from '../../context.ts';
import { confirmTermsChanges as confirm } from '../../operations/follow-terms.ts';

export const confirmTermsChanges = (
  _: unknown,
  { through }: { readonly through: number },
  { ledger, viewer }: BillingContext,
) => confirm(ledger, viewer, through);
