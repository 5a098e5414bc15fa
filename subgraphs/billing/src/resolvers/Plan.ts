import type { BillingContext } from '../context.ts';
import { planById } from '../domain/plans.ts';
import type { Plan as PlanModel } from '../domain/plans.ts';

export const Plan = {
  __resolveReference: ({ id }: { readonly id: string }) => planById(id) ?? null,
  onSale: ({ id }: PlanModel, _: unknown, { desk }: BillingContext) => desk.provider?.sells(id) ?? false,
};
