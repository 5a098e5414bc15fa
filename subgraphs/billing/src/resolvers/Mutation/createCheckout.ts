import { answer } from '@modu/subgraph';
import type { BillingContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { subscribe } from '../../operations/buy.ts';

export const createCheckout = async (
  _: unknown,
  { input }: { input: { readonly planId: string } },
  { desk, viewer }: BillingContext,
) => answer(await subscribe(desk, viewer, input.planId), { typename: 'Checkout', viewer, catalog: messages });
