import { answer } from '@modu/subgraph';
import type { BillingContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { changePlan as change } from '../../operations/manage-subscription.ts';

export const changePlan = async (
  _: unknown,
  { planId }: { readonly planId: string },
  { desk, viewer }: BillingContext,
) => answer(await change(desk, viewer, planId), { typename: 'PlanSubscription', viewer, catalog: messages });
