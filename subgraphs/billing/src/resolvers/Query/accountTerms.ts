import type { BillingContext } from '../../context.ts';
import { readAccountTerms } from '../../operations/read-account-terms.ts';

export const accountTerms = (_: unknown, { userId }: { userId: string }, { ledger, viewer }: BillingContext) =>
  readAccountTerms(ledger, viewer, userId);
