import type { Logger } from '@modu/logger';
import { createSubgraphServer } from '@modu/subgraph';
import type { BaseContext, SubgraphServer } from '@modu/subgraph';
import { assertService } from '@modu/viewer';
import type { IdentityTokens } from '@modu/viewer';
import type { Tier } from '../src/domain/tier.ts';

interface StandInHold {
  readonly jobId: string;
  readonly userId: string;
  readonly amount: number;
  settledAmount: number;
  status: 'OPEN' | 'SETTLED' | 'RELEASED';
  givenBack: boolean;
  expiresAt: Date;
}

/** Billing's published schema over a map: enough to see who holds, spends and gives back what. */
export interface BillingStandIn {
  readonly service: SubgraphServer;
  readonly holds: ReadonlyMap<string, StandInHold>;
  /** Credits of a person that can be spent. Everyone starts with `startCredits`. */
  available(userId: string): number;
  setAvailable(userId: string, credits: number): void;
  /** Puts the person on another tier, and tells it in the feed as billing does. */
  setTerms(userId: string, terms: { readonly tier: Tier; readonly runningJobsMax: number }): void;
  /** How far a service has come with the feed of terms. */
  readonly termsThrough: () => number;
  /** The time of a job's hold is over: its credits are the person's again. */
  lapse(jobId: string): void;
  /** How often credits left for good because of this job. */
  chargesOf(jobId: string): number;
}

interface Options {
  readonly identity: IdentityTokens;
  readonly logger: Logger;
  readonly startCredits?: number;
}

const TERMS = {
  tier: 'FREE',
  storageBytes: 1e9,
  limits: { runningJobsMax: 2, queuedJobsMax: 3, imageSidePixelsMax: 768 },
};

/** What billing tells of new terms, and how far its one reader has come. */
function createTermsFeed() {
  const terms = new Map<string, { readonly tier: Tier; readonly runningJobsMax: number }>();
  const changes: { readonly sequence: number; readonly userId: string }[] = [];
  let through = 0;
  return {
    of: (userId: string) => {
      const { tier = TERMS.tier, runningJobsMax = TERMS.limits.runningJobsMax } = terms.get(userId) ?? {};
      return { ...TERMS, tier, limits: { ...TERMS.limits, runningJobsMax } };
    },
    set: (userId: string, changed: { readonly tier: Tier; readonly runningJobsMax: number }) => {
      terms.set(userId, changed);
      changes.push({ sequence: changes.length + 1, userId });
    },
    read: () => changes.filter(({ sequence }) => sequence > through),
    confirm: (to: number) => (through = Math.max(through, to)),
    through: () => through,
  };
}

const refusal = (code: string) => ({ __typename: 'Refusal', code, message: code });

export async function createBillingStandIn({ identity, logger, startCredits = 100 }: Options): Promise<BillingStandIn> {
  const feed = createTermsFeed();
  const holds = new Map<string, StandInHold>();
  const credits = new Map<string, number>();
  const charges = new Map<string, number>();
  const available = (userId: string) => credits.get(userId) ?? startCredits;
  const move = (userId: string, amount: number) => credits.set(userId, available(userId) + amount);

  const holdCredits = (input: { jobId: string; userId: string; amount: number; expiresInSeconds: number }) => {
    const existing = holds.get(input.jobId);
    if (existing && (existing.userId !== input.userId || existing.amount !== input.amount)) return refusal('CONFLICT');
    const expiresAt = new Date(Date.now() + input.expiresInSeconds * 1_000);
    if (!existing || existing.status === 'RELEASED') {
      if (available(input.userId) < input.amount) return refusal('INSUFFICIENT_CREDITS');
      move(input.userId, -input.amount);
      holds.set(input.jobId, { ...input, settledAmount: 0, status: 'OPEN', givenBack: false, expiresAt });
    } else if (existing.status === 'OPEN') existing.expiresAt = expiresAt;
    return { __typename: 'Hold', ...holds.get(input.jobId) };
  };

  const settleHold = (jobId: string, amount: number) => {
    const hold = holds.get(jobId);
    if (!hold) return refusal('NOT_FOUND');
    if (hold.status === 'SETTLED')
      return hold.settledAmount === amount ? { __typename: 'Hold', ...hold } : refusal('CONFLICT');
    if (hold.givenBack) return refusal('ALREADY_FINISHED');
    if (hold.status === 'RELEASED' && available(hold.userId) < amount) return refusal('INSUFFICIENT_CREDITS');
    move(hold.userId, hold.status === 'RELEASED' ? -amount : hold.amount - amount);
    charges.set(jobId, (charges.get(jobId) ?? 0) + 1);
    Object.assign(hold, { status: 'SETTLED', settledAmount: amount });
    return { __typename: 'Hold', ...hold };
  };

  const free = (hold: StandInHold) => {
    if (hold.status !== 'OPEN') return;
    move(hold.userId, hold.amount);
    hold.status = 'RELEASED';
  };

  const releaseHold = (jobId: string) => {
    const hold = holds.get(jobId);
    if (!hold) return refusal('NOT_FOUND');
    free(hold);
    hold.givenBack = hold.status === 'RELEASED';
    return { __typename: 'Hold', ...hold };
  };

  const renewHolds = ({ jobIds, expiresInSeconds }: { jobIds: string[]; expiresInSeconds: number }) => {
    const open = jobIds.filter((id) => holds.get(id)?.status === 'OPEN');
    for (const id of open)
      Object.assign(holds.get(id) ?? {}, { expiresAt: new Date(Date.now() + expiresInSeconds * 1_000) });
    return open;
  };

  const service = await createSubgraphServer<BaseContext>({
    name: 'billing',
    schemaFile: new URL('../../billing/schema.graphql', import.meta.url),
    identity,
    logger,
    createContext: (base) => {
      assertService(base.viewer);
      return base;
    },
    resolvers: {
      Query: {
        accountTerms: (_: unknown, { userId }: { userId: string }) => feed.of(userId),
        termsChanges: feed.read,
      },
      Mutation: {
        holdCredits: (_: unknown, { input }: { input: Parameters<typeof holdCredits>[0] }) => holdCredits(input),
        settleHold: (_: unknown, args: { jobId: string; amount: number }) => settleHold(args.jobId, args.amount),
        releaseHold: (_: unknown, { jobId }: { jobId: string }) => releaseHold(jobId),
        confirmTermsChanges: (_: unknown, { through }: { through: number }) => feed.confirm(through),
        renewHolds: (_: unknown, args: Parameters<typeof renewHolds>[0]) => renewHolds(args),
      },
    },
  });
  return {
    service,
    holds,
    available,
    setTerms: feed.set,
    termsThrough: feed.through,
    setAvailable: (userId, amount) => void credits.set(userId, amount),
    lapse: (jobId) => {
      const hold = holds.get(jobId);
      if (hold) free(hold);
    },
    chargesOf: (jobId) => charges.get(jobId) ?? 0,
  };
}
