import { answer } from '@modu/subgraph';
import type { BillingContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { adjustCredits as adjust } from '../../operations/adjust-credits.ts';
import type { Adjustment } from '../../operations/adjust-credits.ts';

export const adjustCredits = async (_: unknown, { input }: { input: Adjustment }, { ledger, viewer }: BillingContext) =>
  answer(await adjust(ledger, viewer, input), { typename: 'CreditBalance', viewer, catalog: messages });
