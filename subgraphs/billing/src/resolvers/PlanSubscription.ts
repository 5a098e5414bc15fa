import type { CurrentSubscription } from '../domain/payment/standing.ts';
import { planById } from '../domain/plans.ts';

export const PlanSubscription = {
  plan: ({ planId }: CurrentSubscription) => planById(planId),
};
