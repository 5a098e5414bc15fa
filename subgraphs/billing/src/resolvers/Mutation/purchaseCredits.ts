import { answer } from '@modu/subgraph';
import type { BillingContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { buyPack } from '../../operations/buy.ts';

export const purchaseCredits = async (
  _: unknown,
  { packId }: { readonly packId: string },
  { desk, viewer }: BillingContext,
) => answer(await buyPack(desk, viewer, packId), { typename: 'Checkout', viewer, catalog: messages });
