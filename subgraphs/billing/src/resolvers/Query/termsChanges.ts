import type { BillingContext } from '../../context.ts';
import { readTermsChanges } from '../../operations/follow-terms.ts';

export const termsChanges = (
  _: unknown,
  { after }: { readonly after?: number | null },
  { ledger, viewer }: BillingContext,
) => readTermsChanges(ledger, viewer, after);
