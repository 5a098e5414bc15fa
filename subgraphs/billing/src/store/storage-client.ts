import type { ServiceCaller } from '@modu/network';
import { z } from 'zod';

const USED = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { storage { usedBytes } } } }';
const used = z.object({
  _entities: z.tuple([z.object({ storage: z.object({ usedBytes: z.number().nonnegative() }) })]),
});
const WARN = `mutation ($userId: ID!, $usedBytes: Float!, $quotaBytes: Float!) {
  warnOfStorage(userId: $userId, usedBytes: $usedBytes, quotaBytes: $quotaBytes)
}`;
const TIMEOUT_MS = 10_000;

/** What a storage warning needs of assets and identity. Both throw when they can't be asked; then the task comes again. */
export interface StorageClient {
  /** The bytes that a person's files take. */
  usedBytesOf(userId: string): Promise<number>;
  warn(warning: { readonly userId: string; readonly usedBytes: number; readonly quotaBytes: number }): Promise<void>;
}

export function createStorageClient(caller: ServiceCaller): StorageClient {
  return {
    usedBytesOf: async (userId) => {
      const variables = { of: [{ __typename: 'User', id: userId }] };
      const call = { subgraph: 'assets', query: USED, variables, actingFor: userId, timeoutMs: TIMEOUT_MS };
      return used.parse(await caller.call(call))._entities[0].storage.usedBytes;
    },
    warn: async (warning) => {
      await caller.call({ subgraph: 'identity', query: WARN, variables: { ...warning }, timeoutMs: TIMEOUT_MS });
    },
  };
}
