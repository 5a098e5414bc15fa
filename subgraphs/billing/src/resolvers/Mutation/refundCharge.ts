import { answer } from '@modu/subgraph';
import type { BillingContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { refundCharge as refund } from '../../operations/refund-charge.ts';
import type { Refund } from '../../operations/refund-charge.ts';

export const refundCharge = async (_: unknown, asked: Refund, { ledger, viewer }: BillingContext) =>
  answer(await refund(ledger, viewer, asked), { typename: 'Hold', viewer, catalog: messages });
