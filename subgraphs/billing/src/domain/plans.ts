import { addMonths } from './calendar.ts';
import type { GrantCommand } from './ledger/command.ts';

/** Plan levels, lowest first. */
export const TIERS = ['FREE', 'STARTER', 'PRO', 'STUDIO', 'ENTERPRISE'] as const;

export type Tier = (typeof TIERS)[number];

export interface PlanLimits {
  /** The highest minimum tier of a model that may be used. */
  readonly modelsUpTo: Tier;
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

/** Steps of 1000, as disks and the studio count. */
const GIGABYTE = 1_000_000_000;

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
    limits: { modelsUpTo: 'FREE', runningJobsMax: 2, queuedJobsMax: 20, imageSidePixelsMax: 1024 },
  },
  STARTER: {
    id: 'starter',
    tier: 'STARTER',
    name: 'Starter',
    monthlyCredits: 1_000,
    storageBytes: 10 * GIGABYTE,
    priceCents: 900,
    currency: 'USD',
    limits: { modelsUpTo: 'STARTER', runningJobsMax: 3, queuedJobsMax: 50, imageSidePixelsMax: 1280 },
  },
  PRO: {
    id: 'pro',
    tier: 'PRO',
    name: 'Pro',
    monthlyCredits: 3_000,
    storageBytes: 50 * GIGABYTE,
    priceCents: 2_400,
    currency: 'USD',
    limits: { modelsUpTo: 'PRO', runningJobsMax: 5, queuedJobsMax: 100, imageSidePixelsMax: 1536 },
  },
  STUDIO: {
    id: 'studio',
    tier: 'STUDIO',
    name: 'Studio',
    monthlyCredits: 10_000,
    storageBytes: 200 * GIGABYTE,
    priceCents: 5_900,
    currency: 'USD',
    limits: { modelsUpTo: 'STUDIO', runningJobsMax: 10, queuedJobsMax: 300, imageSidePixelsMax: 1536 },
  },
  ENTERPRISE: {
    id: 'enterprise',
    tier: 'ENTERPRISE',
    name: 'Enterprise',
    monthlyCredits: 50_000,
    storageBytes: 1_000 * GIGABYTE,
    priceCents: 0,
    currency: 'USD',
    limits: { modelsUpTo: 'ENTERPRISE', runningJobsMax: 20, queuedJobsMax: 1_000, imageSidePixelsMax: 1536 },
  },
};

export function planOf(tier: Tier): Plan {
  return PLANS[tier];
}

/** What a plan, or an agreement in its place, allows and gives. */
export interface AccountTerms {
  readonly tier: Tier;
  readonly planId: string;
  readonly storageBytes: number;
  readonly limits: PlanLimits;
  readonly monthlyCredits: number;
}

/** The first credits of a new account, for its first month. */
export function welcomeGrant(userId: string, now: Date): GrantCommand {
  const { monthlyCredits } = planOf('FREE');
  const common = { type: 'grant', source: 'PLAN', note: 'signup' } as const;
  return { ...common, key: `signup:${userId}`, amount: monthlyCredits, expiresAt: addMonths(now, 1) };
}

/** All plans, lowest first. */
export function listPlans(): readonly Plan[] {
  return TIERS.map(planOf);
}

export function planById(id: string | null): Plan | undefined {
  return listPlans().find((plan) => plan.id === id);
}

export interface PlanPayment {
  readonly reason: 'INITIAL' | 'RENEWAL' | 'CHANGE';
  /** Before discounts and taxes. */
  readonly subtotalCents: number;
  readonly totalCents: number;
}

/** What a payment counts for: a month its price, with or without a discount; a change no more than was really paid for it. */
export function chargedCents({ reason, subtotalCents, totalCents }: PlanPayment): number {
  return reason === 'CHANGE' ? Math.min(subtotalCents, totalCents) : subtotalCents;
}

/**
 * The credits that a payment of a subscription buys, by its price alone, so that it does not matter what else is known when it
 * comes: a month of the dearest plan it pays for; the difference after a change of plan, by itself or with the renewal that
 * carries it, at the rate of the smallest plan.
 */
export function creditsOfPayment(payment: PlanPayment): number {
  const cents = chargedCents(payment);
  const paid = listPlans().filter(({ priceCents }) => priceCents > 0);
  const bought = payment.reason === 'CHANGE' ? undefined : paid.findLast(({ priceCents }) => priceCents <= cents);
  const rest = bought && payment.reason === 'INITIAL' ? 0 : cents - (bought?.priceCents ?? 0);
  const [smallest] = paid;
  const difference = smallest ? Math.floor((rest * smallest.monthlyCredits) / smallest.priceCents) : 0;
  return (bought?.monthlyCredits ?? 0) + difference;
}
