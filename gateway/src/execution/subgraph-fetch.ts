import { bodyOf, createHttpSubgraph, toAnswer } from '@modu/federation';
import type { FetchSubgraph, HttpSubgraph, SubgraphAnswer, SubgraphCall } from '@modu/federation';
import { signedPost } from '@modu/network';
import type { Network, Service } from '@modu/network';
import { traceparent, TRACEPARENT_HEADER } from '@modu/tracing';
import { IDENTITY_HEADER, TRACE_HEADER } from '@modu/viewer';
import type { IdentityTokens } from '@modu/viewer';
import type { RequestContext } from './request-context.ts';
import { untilAborted } from './until-aborted.ts';

interface FetchingOptions {
  readonly network: Network;
  readonly identity: IdentityTokens;
}

export interface SubgraphFetching {
  readonly fetch: FetchSubgraph<RequestContext>;
  close(): Promise<void>;
}

/**
 * Carries the fetches of plans to subgraphs: to the subgraph itself when it runs in this process, as one array per turn of
 * the event loop over HTTP otherwise. Either way who asks is bound to the very fetch, and checked.
 */
export function createSubgraphFetching({ network, identity }: FetchingOptions): SubgraphFetching {
  const remotes = new Map<string, HttpSubgraph<RequestContext>>();
  const remoteOf = (subgraph: string, base: URL): HttpSubgraph<RequestContext> => {
    const kept = remotes.get(subgraph);
    if (kept) return kept;
    const made = createHttpSubgraph<RequestContext>({
      url: new URL(`/subgraphs/${subgraph}/graphql`, base),
      extensionsOf: ({ viewer, traceId }) => {
        const parent = traceparent();
        return { viewer, traceId, ...(parent ? { traceparent: parent } : {}) };
      },
      sign: (text) => [IDENTITY_HEADER, identity.sign(undefined, { audience: subgraph, text })],
    });
    remotes.set(subgraph, made);
    return made;
  };
  const ask: FetchSubgraph<RequestContext> = (call) => {
    const { subgraph } = call.fetch;
    const service = network.serviceOf(subgraph);
    if (service?.execute) return untilAborted(executeIn(service.execute, call, identity), call.context.signal);
    const base = network.urlOf(subgraph);
    // The deadline of what is asked is in its context; a stream's events have one each.
    if (base) return remoteOf(subgraph, base).fetch({ ...call, signal: call.context.signal });
    return untilAborted(postTo(call, { network, identity }), call.context.signal);
  };
  return {
    fetch: ask,
    close: async () => {
      await Promise.all([...remotes.values()].map((remote) => remote.close()));
    },
  };
}

async function executeIn(
  execute: NonNullable<Service['execute']>,
  { fetch, variables: text, context }: SubgraphCall<RequestContext>,
  identity: IdentityTokens,
): Promise<SubgraphAnswer> {
  const { subgraph, query, operationName } = fetch;
  const { viewer, traceId, signal } = context;
  const variables = JSON.parse(text) as Record<string, unknown>;
  const pass = identity.issuePass(viewer, { audience: subgraph, query, variables });
  return execute({ query, operationName, variables, identity: pass, traceId, signal });
}

/** A module of this process that speaks only HTTP. */
async function postTo(
  call: SubgraphCall<RequestContext>,
  { network, identity }: FetchingOptions,
): Promise<SubgraphAnswer> {
  const { subgraph } = call.fetch;
  const { viewer, traceId, signal } = call.context;
  const parent = traceparent();
  const headers = { [TRACE_HEADER]: traceId, ...(parent ? { [TRACEPARENT_HEADER]: parent } : {}) };
  const post = signedPost(identity, { subgraph, viewer, body: bodyOf(call), headers, signal });
  const response = await network.fetch(subgraph, post);
  return toAnswer(await response.json());
}
