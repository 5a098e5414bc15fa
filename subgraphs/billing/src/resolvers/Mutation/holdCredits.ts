import { answer } from '@modu/subgraph';
import type { BillingContext } from '../../context.ts';
import type { HoldRequest } from '../../domain/hold.ts';
import { messages } from '../../messages.ts';
import { holdCredits as hold } from '../../operations/hold-credits.ts';

export const holdCredits = async (_: unknown, { input }: { input: HoldRequest }, { ledger, viewer }: BillingContext) =>
  answer(await hold(ledger, viewer, input), { typename: 'Hold', viewer, catalog: messages });
