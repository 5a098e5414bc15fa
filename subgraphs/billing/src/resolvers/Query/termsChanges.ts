import type { BillingContext } from '../../context.ts';
import { readTermsChanges } from '../../operations/follow-terms.ts';

export const termsChanges = (_: unknown, __: unknown, { ledger, viewer }: BillingContext) =>
  readTermsChanges(ledger, viewer);
