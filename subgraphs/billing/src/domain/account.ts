import type { Tier } from './plans.ts';

/** A person's credits, whole and never negative. */
export interface CreditAccount {
  readonly userId: string;
  readonly tier: Tier;
  /** Can be spent now. */
  readonly available: number;
  /** Set aside for jobs that have not ended. */
  readonly held: number;
}
