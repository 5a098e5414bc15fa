import type { BillingContext } from '../../context.ts';
import { readEnterpriseRequests } from '../../operations/enterprise.ts';

export const enterpriseRequests = (_: unknown, __: unknown, { desk, viewer }: BillingContext) =>
  readEnterpriseRequests(desk, viewer);
