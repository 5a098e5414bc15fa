import { answer } from '@modu/subgraph';
import type { BillingContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { activateEnterprise as activate } from '../../operations/enterprise.ts';
import type { AgreedTerms } from '../../operations/enterprise.ts';

export const activateEnterprise = async (
  _: unknown,
  asked: { readonly userId: string; readonly input: AgreedTerms },
  { desk, viewer }: BillingContext,
) => answer(await activate(desk, viewer, asked), { typename: 'PlanSubscription', viewer, catalog: messages });
