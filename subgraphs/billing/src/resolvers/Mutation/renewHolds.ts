import type { BillingContext } from '../../context.ts';
import { renewHolds as renew } from '../../operations/renew-holds.ts';
import type { Renewal } from '../../operations/renew-holds.ts';
import { accept } from '../accept.ts';

export const renewHolds = async (_: unknown, renewal: Renewal, { ledger, viewer }: BillingContext) =>
  accept(await renew(ledger, viewer, renewal), viewer);
