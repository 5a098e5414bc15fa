import { answer } from '@modu/subgraph';
import type { BillingContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { cancelSubscription as cancel } from '../../operations/manage-subscription.ts';

export const cancelSubscription = async (_: unknown, __: unknown, { desk, viewer }: BillingContext) =>
  answer(await cancel(desk, viewer), { typename: 'PlanSubscription', viewer, catalog: messages });
