import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GatewayGraphQLResponse } from '@apollo/server-gateway-interface';
import type { Network } from '@modu/network';
import { IDENTITY_HEADER, TRACE_HEADER } from '@modu/viewer';
import type { RequestContext } from './request-context.ts';

/**
 * Carries one fetch of a query plan to a subgraph over the network of modules: to its handler when it runs in this
 * process, to its URL otherwise, with the same headers and JSON either way.
 */
export function createSubgraphSource(subgraph: string, network: Network): GraphQLDataSource<Record<string, unknown>> {
  return {
    process: async ({ request, context }: GraphQLDataSourceProcessOptions): Promise<GatewayGraphQLResponse> => {
      const { identity, traceId, signal } = context as unknown as RequestContext;
      const { query, variables, operationName } = request;
      const response = await network.fetch(
        subgraph,
        new Request(`http://subgraph/subgraphs/${subgraph}/graphql`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            [IDENTITY_HEADER]: await identity(),
            [TRACE_HEADER]: traceId,
          },
          body: JSON.stringify({ query, variables, operationName }),
          signal,
        }),
      );
      return (await response.json()) as GatewayGraphQLResponse;
    },
  };
}
