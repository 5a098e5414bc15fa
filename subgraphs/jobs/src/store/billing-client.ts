import { REFUSAL_CODES } from '@modu/errors';
import type { RefusalCode } from '@modu/errors';
import type { ServiceCaller } from '@modu/network';
import { z } from 'zod';
import { TIERS } from '../domain/tier.ts';
import type { Tier } from '../domain/tier.ts';

/** What a person's plan allows. */
export interface AccountTerms {
  readonly tier: Tier;
  readonly queuedJobsMax: number;
  readonly runningJobsMax: number;
}

/** What this domain asks of billing. */
export interface BillingClient {
  /**
   * Gives the hold back; without effect where there is none, or where it is spent.
   * @returns how many credits were spent, `null` where none were.
   */
  releaseHold(release: { readonly jobId: string; readonly note: string }): Promise<number | null>;
  /** Sets credits aside for a job. @returns the code of a refusal, if it was refused. */
  holdCredits(wanted: {
    readonly jobId: string;
    readonly userId: string;
    readonly amount: number;
    readonly expiresInSeconds: number;
  }): Promise<RefusalCode | undefined>;
  accountTerms(userId: string): Promise<AccountTerms>;
  /** Moves the expiry of open holds; returns the ids of those that are still open. */
  renewHolds(renewal: { readonly jobIds: readonly string[]; readonly expiresInSeconds: number }): Promise<string[]>;
}

const released = z.object({
  releaseHold: z.discriminatedUnion('__typename', [
    z.object({ __typename: z.literal('Hold'), status: z.string(), settledAmount: z.int() }),
    z.object({ __typename: z.literal('Refusal'), code: z.string(), message: z.string() }),
  ]),
});
const held = z.object({
  holdCredits: z.discriminatedUnion('__typename', [
    z.object({ __typename: z.literal('Hold') }),
    z.object({ __typename: z.literal('Refusal'), code: z.enum(REFUSAL_CODES) }),
  ]),
});
const terms = z.object({
  accountTerms: z.object({
    tier: z.enum(TIERS),
    limits: z.object({ queuedJobsMax: z.int(), runningJobsMax: z.int() }),
  }),
});
const renewed = z.object({ renewHolds: z.array(z.string()) });

const RELEASE = `mutation ($jobId: ID!, $note: String) {
  releaseHold(jobId: $jobId, note: $note) { __typename ... on Hold { status settledAmount } ... on Refusal { code message } }
}`;
const HOLD = `mutation ($input: HoldCreditsInput!) {
  holdCredits(input: $input) { __typename ... on Refusal { code } }
}`;
const TERMS = `query ($userId: ID!) {
  accountTerms(userId: $userId) { tier limits { queuedJobsMax runningJobsMax } }
}`;
const RENEW = `mutation ($jobIds: [ID!]!, $expiresInSeconds: Int!) {
  renewHolds(jobIds: $jobIds, expiresInSeconds: $expiresInSeconds)
}`;

export function createBillingClient(caller: ServiceCaller): BillingClient {
  const ask = (query: string, variables: Record<string, unknown>) =>
    caller.call<unknown>({ subgraph: 'billing', query, variables });

  return {
    releaseHold: async ({ jobId, note }) => {
      const { releaseHold } = released.parse(await ask(RELEASE, { jobId, note }));
      if (releaseHold.__typename === 'Hold') return releaseHold.status === 'SETTLED' ? releaseHold.settledAmount : null;
      if (releaseHold.code === 'NOT_FOUND') return null;
      throw new Error(`billing refused to release the hold: ${releaseHold.code}`);
    },
    holdCredits: async (input) => {
      const { holdCredits: answer } = held.parse(await ask(HOLD, { input }));
      return answer.__typename === 'Refusal' ? answer.code : undefined;
    },
    accountTerms: async (userId) => {
      const { tier, limits } = terms.parse(await ask(TERMS, { userId })).accountTerms;
      return { tier, ...limits };
    },
    renewHolds: async ({ jobIds, expiresInSeconds }) =>
      renewed.parse(await ask(RENEW, { jobIds, expiresInSeconds })).renewHolds,
  };
}
