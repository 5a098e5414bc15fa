import type { ServiceCaller } from '@modu/network';
import { z } from 'zod';

/** What this domain asks of billing. */
export interface BillingClient {
  /**
   * Gives the hold back; without effect where there is none, or where it is spent.
   * @returns how many credits were spent, `null` where none were.
   */
  releaseHold(release: { readonly jobId: string; readonly note: string }): Promise<number | null>;
  /** Moves the expiry of open holds; returns the ids of those that are still open. */
  renewHolds(renewal: { readonly jobIds: readonly string[]; readonly expiresInSeconds: number }): Promise<string[]>;
}

const released = z.object({
  releaseHold: z.discriminatedUnion('__typename', [
    z.object({ __typename: z.literal('Hold'), status: z.string(), settledAmount: z.int() }),
    z.object({ __typename: z.literal('Refusal'), code: z.string(), message: z.string() }),
  ]),
});
const renewed = z.object({ renewHolds: z.array(z.string()) });

const RELEASE = `mutation ($jobId: ID!, $note: String) {
  releaseHold(jobId: $jobId, note: $note) { __typename ... on Hold { status settledAmount } ... on Refusal { code message } }
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
    renewHolds: async ({ jobIds, expiresInSeconds }) =>
      renewed.parse(await ask(RENEW, { jobIds, expiresInSeconds })).renewHolds,
  };
}
