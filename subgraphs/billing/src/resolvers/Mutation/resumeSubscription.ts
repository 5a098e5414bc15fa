import { answer } from '@modu/subgraph';
import type { BillingContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { resumeSubscription as resume } from '../../operations/manage-subscription.ts';

export const resumeSubscription = async (_: unknown, __: unknown, { desk, viewer }: BillingContext) =>
  answer(await resume(desk, viewer), { typename: 'PlanSubscription', viewer, catalog: messages });
