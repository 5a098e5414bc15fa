import type { FetchSubgraph } from '@modu/federation';
import { inSpan, isTracing } from '@modu/tracing';
import type { GatewayMetrics } from './metrics.ts';

/** Counts and traces the fetches of plans. */
export function observeFetches<Context>(
  fetch: FetchSubgraph<Context>,
  metrics: Pick<GatewayMetrics, 'fetched'>,
): FetchSubgraph<Context> {
  const observed: FetchSubgraph<Context> = async (call) => {
    const { subgraph } = call.fetch;
    const startedAtMs = performance.now();
    let failed = true;
    try {
      const answer = await fetch(call);
      failed = false;
      return answer;
    } finally {
      metrics.fetched({ subgraph, failed, seconds: (performance.now() - startedAtMs) / 1_000 });
    }
  };
  return (call) => {
    if (!isTracing()) return observed(call);
    const { subgraph, operationName, operationKind } = call.fetch;
    const attributes = {
      'modu.subgraph': subgraph,
      'graphql.operation.type': operationKind,
      ...(operationName ? { 'graphql.operation.name': operationName } : {}),
    };
    return inSpan(`fetch ${subgraph}`, { kind: 'client', attributes }, () => observed(call));
  };
}
