import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import type { GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import type { GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { Logger } from '@modu/logger';
import type { Network } from '@modu/network';
import type { RequestContext } from './request-context.ts';
import { formatEdgeError } from './format-error.ts';
import { limitRules, TOKENS_MAX } from '../front-door/limits.ts';
import { createSubgraphSource } from './subgraph-source.ts';

const SUPERGRAPH_FILE = new URL('../../supergraph.graphql', import.meta.url);

/** The federated graph: Apollo Server over Apollo's gateway, with our way to subgraphs and our limits. */
export interface Graph {
  readonly server: ApolloServer<RequestContext>;
  readonly supergraphSdl: string;
  /** One source per subgraph, also used for the fetches that complete the events of a stream. */
  readonly sources: Readonly<Record<string, GraphQLDataSource<Record<string, unknown>>>>;
  stop(): Promise<void>;
}

export async function createGraph({ network, logger }: { network: Network; logger: Logger }): Promise<Graph> {
  const supergraphSdl = readFileSync(SUPERGRAPH_FILE, 'utf8');
  const sources: Record<string, GraphQLDataSource<Record<string, unknown>>> = {};
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger,
    buildService: ({ name }) => (sources[name] = createSubgraphSource(name, network)),
  });
  const server = new ApolloServer<RequestContext>({
    gateway,
    logger,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    hideSchemaDetailsFromClientErrors: true,
    validationRules: limitRules,
    parseOptions: { maxTokens: TOKENS_MAX },
    persistedQueries: false,
    plugins: [{ requestDidStart: () => Promise.resolve({ willSendResponse: tellCost }) }],
    formatError: (formatted, error) => formatEdgeError(formatted, logger, error),
  });
  await server.start();
  return { server, supergraphSdl, sources, stop: () => server.stop() };
}

function tellCost({ contextValue, response }: GraphQLRequestContextWillSendResponse<RequestContext>): Promise<void> {
  if (contextValue.cost !== undefined && response.body.kind === 'single') {
    response.body.singleResult.extensions = { ...response.body.singleResult.extensions, cost: contextValue.cost };
  }
  return Promise.resolve();
}
