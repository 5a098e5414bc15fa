import { answer } from '@modu/subgraph';
import type { BillingContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { settleHold as settle } from '../../operations/settle-hold.ts';
import type { Settlement } from '../../operations/settle-hold.ts';

export const settleHold = async (_: unknown, settlement: Settlement, { ledger, viewer }: BillingContext) =>
  answer(await settle(ledger, viewer, settlement), { typename: 'Hold', viewer, catalog: messages });
