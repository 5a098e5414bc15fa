import { listPlans } from '../../domain/plans.ts';

export const plans = () => listPlans();
