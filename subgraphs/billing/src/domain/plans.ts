import type { GrantCommand } from './ledger/command.ts';

/** Plan levels, lowest first. */
export const TIERS = ['FREE', 'STARTER', 'PRO', 'STUDIO', 'ENTERPRISE'] as const;

export type Tier = (typeof TIERS)[number];

export interface PlanLimits {
  readonly runningJobsMax: number;
  readonly queuedJobsMax: number;
  readonly imageSidePixelsMax: number;
}

export interface Plan {
  readonly id: string;
  readonly tier: Tier;
  readonly name: string;
  readonly monthlyCredits: number;
  readonly storageBytes: number;
  readonly priceCents: number;
  readonly currency: string;
  readonly limits: PlanLimits;
}

const GIGABYTE = 1024 ** 3;

/** The one place where plans are written down: what each costs, gives and allows. Enterprise is priced by agreement. */
const PLANS: Readonly<Record<Tier, Plan>> = {
  FREE: {
    id: 'free',
    tier: 'FREE',
    name: 'Free',
    monthlyCredits: 100,
    storageBytes: GIGABYTE,
    priceCents: 0,
    currency: 'USD',
    limits: { runningJobsMax: 2, queuedJobsMax: 20, imageSidePixelsMax: 1024 },
  },
  STARTER: {
    id: 'starter',
    tier: 'STARTER',
    name: 'Starter',
    monthlyCredits: 1_000,
    storageBytes: 10 * GIGABYTE,
    priceCents: 900,
    currency: 'USD',
    limits: { runningJobsMax: 3, queuedJobsMax: 50, imageSidePixelsMax: 1280 },
  },
  PRO: {
    id: 'pro',
    tier: 'PRO',
    name: 'Pro',
    monthlyCredits: 3_000,
    storageBytes: 50 * GIGABYTE,
    priceCents: 2_400,
    currency: 'USD',
    limits: { runningJobsMax: 5, queuedJobsMax: 100, imageSidePixelsMax: 1536 },
  },
  STUDIO: {
    id: 'studio',
    tier: 'STUDIO',
    name: 'Studio',
    monthlyCredits: 10_000,
    storageBytes: 200 * GIGABYTE,
    priceCents: 5_900,
    currency: 'USD',
    limits: { runningJobsMax: 10, queuedJobsMax: 300, imageSidePixelsMax: 1536 },
  },
  ENTERPRISE: {
    id: 'enterprise',
    tier: 'ENTERPRISE',
    name: 'Enterprise',
    monthlyCredits: 50_000,
    storageBytes: 1024 * GIGABYTE,
    priceCents: 0,
    currency: 'USD',
    limits: { runningJobsMax: 20, queuedJobsMax: 1_000, imageSidePixelsMax: 1536 },
  },
};

export function planOf(tier: Tier): Plan {
  return PLANS[tier];
}

/** The first credits of a new account. */
export function welcomeGrant(userId: string): GrantCommand {
  return {
    type: 'grant',
    key: `signup:${userId}`,
    source: 'PLAN',
    amount: planOf('FREE').monthlyCredits,
    note: 'signup',
  };
}

/** All plans, lowest first. */
export function listPlans(): readonly Plan[] {
  return TIERS.map(planOf);
}

export function findPlan(id: string): Plan | undefined {
  return listPlans().find((plan) => plan.id === id);
}
