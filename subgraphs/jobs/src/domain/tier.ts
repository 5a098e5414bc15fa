export const TIERS = ['FREE', 'STARTER', 'PRO', 'STUDIO', 'ENTERPRISE'] as const;
/** Plan levels, lowest first. */
export type Tier = (typeof TIERS)[number];

/** How many jobs a person of the tier may make within a minute. */
const JOBS_PER_MINUTE: Readonly<Record<Tier, number>> = {
  FREE: 60,
  STARTER: 120,
  PRO: 300,
  STUDIO: 600,
  ENTERPRISE: 3_000,
};

const PRIORITY_STEP = 10;

export function jobsPerMinuteMax(tier: Tier): number {
  return JOBS_PER_MINUTE[tier];
}

/** Its place among the tiers, 0 the lowest: what the order of the queue goes by. */
export function tierLevel(tier: Tier): number {
  return TIERS.indexOf(tier);
}

/** What a priority says where no tier is told. */
export function tierOfPriority(priority: number): Tier {
  const level = Math.min(TIERS.length - 1, Math.max(0, Math.floor(priority / PRIORITY_STEP)));
  return TIERS[level] ?? 'FREE';
}
