import { answer } from '@modu/subgraph';
import type { BillingContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { releaseHold as release } from '../../operations/release-hold.ts';
import type { Release } from '../../operations/release-hold.ts';

export const releaseHold = async (_: unknown, asked: Release, { ledger, viewer }: BillingContext) =>
  answer(await release(ledger, viewer, asked), { typename: 'Hold', viewer, catalog: messages });
