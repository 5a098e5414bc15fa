import { bodyOf, createHttpSubgraph, toAnswer } from '@modu/federation';
import type { FetchSubgraph, HttpSubgraph, SubgraphAnswer, SubgraphCall } from '@modu/federation';
import type { Network, Service } from '@modu/network';
import { traceparent, TRACEPARENT_HEADER } from '@modu/tracing';
import { IDENTITY_HEADER, TRACE_HEADER } from '@modu/viewer';
import type { RequestContext } from './request-context.ts';
import { untilAborted } from './until-aborted.ts';

export interface SubgraphFetching {
  readonly fetch: FetchSubgraph<RequestContext>;
  close(): Promise<void>;
}

/**
 * Carries the fetches of plans to subgraphs: to the subgraph itself when it runs in this process, as one array per turn of
 * the event loop over HTTP otherwise. Either way each fetch carries the signed identity of who asks, and is checked.
 */
export function createSubgraphFetching(network: Network): SubgraphFetching {
  const remotes = new Map<string, HttpSubgraph<RequestContext>>();
  const remoteOf = (subgraph: string, base: URL): HttpSubgraph<RequestContext> => {
    const kept = remotes.get(subgraph);
    if (kept) return kept;
    const made = createHttpSubgraph<RequestContext>({
      url: new URL(`/subgraphs/${subgraph}/graphql`, base),
      extensionsOf: async ({ identity, traceId }) => {
        const parent = traceparent();
        return { identity: await identity(), traceId, ...(parent ? { traceparent: parent } : {}) };
      },
    });
    remotes.set(subgraph, made);
    return made;
  };
  const ask: FetchSubgraph<RequestContext> = (call) => {
    const { subgraph } = call.fetch;
    const service = network.serviceOf(subgraph);
    if (service?.execute) return untilAborted(executeIn(service.execute, call), call.context.signal);
    const base = network.urlOf(subgraph);
    if (base) return remoteOf(subgraph, base).fetch(call);
    return untilAborted(postTo(network, call), call.context.signal);
  };
  return {
    fetch: (call) => (call.context.memo ? call.context.memo.fetch(call, ask) : ask(call)),
    close: async () => {
      await Promise.all([...remotes.values()].map((remote) => remote.close()));
    },
  };
}

async function executeIn(
  execute: NonNullable<Service['execute']>,
  { fetch, variables, context }: SubgraphCall<RequestContext>,
): Promise<SubgraphAnswer> {
  const { query, operationName } = fetch;
  const { traceId, signal } = context;
  const identity = await context.identity();
  return execute({
    query,
    operationName,
    variables: JSON.parse(variables) as Record<string, unknown>,
    identity,
    traceId,
    signal,
  });
}

/** A module of this process that speaks only HTTP. */
async function postTo(network: Network, call: SubgraphCall<RequestContext>): Promise<SubgraphAnswer> {
  const { subgraph } = call.fetch;
  const { identity, traceId, signal } = call.context;
  const parent = traceparent();
  const headers = {
    'content-type': 'application/json',
    [IDENTITY_HEADER]: await identity(),
    [TRACE_HEADER]: traceId,
    ...(parent ? { [TRACEPARENT_HEADER]: parent } : {}),
  };
  const url = `http://subgraph/subgraphs/${subgraph}/graphql`;
  const response = await network.fetch(
    subgraph,
    new Request(url, { method: 'POST', headers, body: bodyOf(call), signal }),
  );
  return toAnswer(await response.json());
}
