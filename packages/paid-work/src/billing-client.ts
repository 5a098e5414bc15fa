import type { ServiceCaller } from '@modu/network';
import { z } from 'zod';
import { ON_REFUSAL, remoteRefusal } from './remote-answer.ts';
import type { RemoteRefusal } from './remote-answer.ts';

const TIERS = ['FREE', 'STARTER', 'PRO', 'STUDIO', 'ENTERPRISE'] as const;
/** Plan levels, lowest first. */
export type Tier = (typeof TIERS)[number];

/** What a person's plan allows. */
export interface Terms {
  readonly tier: Tier;
  readonly queuedJobsMax: number;
  readonly runningJobsMax: number;
  readonly imageSidePixelsMax: number;
}

const PRIORITY_STEP = 10;

/** Higher plans go first. */
export function priorityOf(tier: Tier): number {
  return TIERS.indexOf(tier) * PRIORITY_STEP;
}

const hold = z.object({ __typename: z.literal('Hold'), status: z.enum(['OPEN', 'SETTLED', 'RELEASED']) });
export type Hold = z.output<typeof hold>;

/** What a domain that starts paid work asks of billing. */
export interface BillingClient {
  accountTerms(userId: string): Promise<Terms>;
  /** Idempotent by job: sets the credits aside, or makes sure that they are. */
  holdCredits(wanted: {
    readonly jobId: string;
    readonly userId: string;
    readonly amount: number;
    readonly expiresInSeconds: number;
  }): Promise<Hold | RemoteRefusal>;
  settleHold(settlement: { readonly jobId: string; readonly amount: number }): Promise<Hold | RemoteRefusal>;
  releaseHold(release: { readonly jobId: string; readonly note: string }): Promise<Hold | RemoteRefusal>;
}

const holdAnswer = z.discriminatedUnion('__typename', [hold, remoteRefusal]);
const terms = z.object({
  accountTerms: z.object({
    tier: z.enum(TIERS),
    limits: z.object({ queuedJobsMax: z.int(), runningJobsMax: z.int(), imageSidePixelsMax: z.int() }),
  }),
});

const TERMS = `query ($userId: ID!) {
  accountTerms(userId: $userId) { tier limits { queuedJobsMax runningJobsMax imageSidePixelsMax } }
}`;
const HOLD = `mutation ($input: HoldCreditsInput!) {
  holdCredits(input: $input) { ... on Hold { __typename status } ${ON_REFUSAL} }
}`;
const SETTLE = `mutation ($jobId: ID!, $amount: Int!) {
  settleHold(jobId: $jobId, amount: $amount) { ... on Hold { __typename status } ${ON_REFUSAL} }
}`;
const RELEASE = `mutation ($jobId: ID!, $note: String) {
  releaseHold(jobId: $jobId, note: $note) { ... on Hold { __typename status } ${ON_REFUSAL} }
}`;

export function createBillingClient(caller: ServiceCaller): BillingClient {
  const ask = (query: string, variables: Record<string, unknown>) =>
    caller.call<Record<string, unknown>>({ subgraph: 'billing', query, variables });

  return {
    accountTerms: async (userId) => {
      const { tier, limits } = terms.parse(await ask(TERMS, { userId })).accountTerms;
      return { tier, ...limits };
    },
    holdCredits: async (input) => holdAnswer.parse((await ask(HOLD, { input }))['holdCredits']),
    settleHold: async (settlement) => holdAnswer.parse((await ask(SETTLE, settlement))['settleHold']),
    releaseHold: async (release) => holdAnswer.parse((await ask(RELEASE, release))['releaseHold']),
  };
}
