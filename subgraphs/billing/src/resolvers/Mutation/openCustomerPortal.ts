import { answer } from '@modu/subgraph';
import type { BillingContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { openPortal } from '../../operations/manage-subscription.ts';

export const openCustomerPortal = async (_: unknown, __: unknown, { desk, viewer }: BillingContext) =>
  answer(await openPortal(desk, viewer), { typename: 'Checkout', viewer, catalog: messages });
