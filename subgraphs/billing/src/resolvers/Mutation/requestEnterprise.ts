import { answer } from '@modu/subgraph';
import type { BillingContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { requestEnterprise as request } from '../../operations/enterprise.ts';

export const requestEnterprise = async (
  _: unknown,
  { input }: { input: Parameters<typeof request>[2] },
  { desk, viewer }: BillingContext,
) => answer(await request(desk, viewer, input), { typename: 'EnterpriseRequest', viewer, catalog: messages });
