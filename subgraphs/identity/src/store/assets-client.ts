import type { ServiceCaller } from '@modu/network';
import { z } from 'zod';

/** A file as far as a picture of a person is concerned. */
export interface OwnFile {
  readonly contentType: string;
  readonly sizeBytes: number;
}

const FIND = 'query ($id: ID!) { asset(id: $id) { contentType sizeBytes } }';
const answer = z.object({ asset: z.object({ contentType: z.string(), sizeBytes: z.number() }).nullable() });
const TIMEOUT_MS = 5_000;

/** Reads a person's own file; null when they have none of this id. Throws when assets can't be asked. */
export type FindOwnFile = (file: { readonly id: string; readonly userId: string }) => Promise<OwnFile | null>;

export function createFindOwnFile(caller: ServiceCaller): FindOwnFile {
  return async ({ id, userId }) => {
    const call = { subgraph: 'assets', query: FIND, variables: { id }, actingFor: userId, timeoutMs: TIMEOUT_MS };
    return answer.parse(await caller.call(call)).asset;
  };
}
