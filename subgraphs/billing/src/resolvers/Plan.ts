import { findPlan } from '../domain/plans.ts';

export const Plan = {
  __resolveReference: ({ id }: { readonly id: string }) => findPlan(id) ?? null,
};
