import type { EntityMemo } from '@modu/federation';
import type { IdentityTokens, Viewer } from '@modu/viewer';

/** What one client request (or one event of a stream) carries through the plan. */
export interface RequestContext {
  readonly viewer: Viewer;
  readonly traceId: string;
  /** Aborts when the client is gone or its time is up. */
  readonly signal: AbortSignal;
  /** What a stream learned of entities a moment ago; absent for queries and mutations. */
  readonly memo?: EntityMemo;
  /** The signed identity for subgraphs; signed once a request, however many fetches its plan has. */
  identity(): Promise<string>;
}

export function createRequestContext(
  base: Pick<RequestContext, 'viewer' | 'traceId' | 'signal'>,
  tokens: IdentityTokens,
): RequestContext {
  let signed: Promise<string> | undefined;
  return { ...base, identity: () => (signed ??= tokens.sign(base.viewer)) };
}
