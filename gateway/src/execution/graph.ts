import { readFileSync } from 'node:fs';
import { createOperations } from '@modu/federation';
import type { FederationError, Operations, SubgraphCall } from '@modu/federation';
import type { Logger } from '@modu/logger';
import type { Network } from '@modu/network';
import type { IdentityTokens } from '@modu/viewer';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { formatEdgeError } from './format-error.ts';
import { limitRules, TOKENS_MAX } from '../front-door/limits.ts';
import type { RequestContext } from './request-context.ts';
import { createSubgraphFetching } from './subgraph-fetch.ts';
import { observeFetches } from '../telemetry/observed-fetch.ts';
import type { GatewayMetrics, Outcome } from '../telemetry/metrics.ts';
import { loadSupergraph } from './supergraph.ts';

const SUPERGRAPH_FILE = new URL('../../supergraph.graphql', import.meta.url);

/** What a client asks. */
export interface GraphQuestion {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface GraphAnswerText {
  readonly status: number;
  /** The answer as JSON. */
  readonly text: string;
  readonly outcome: Outcome;
}

/** The federated graph: operations are read, checked, planned and compiled once, then only executed. */
export interface Graph {
  readonly supergraphSdl: string;
  readonly schema: GraphQLSchema;
  /** The schema with all that clients don't see. */
  readonly supergraph: GraphQLSchema;
  readonly operations: Operations<RequestContext>;
  /** `extensions` are told with an answer that has data. */
  answer(question: GraphQuestion, context: RequestContext, extensions?: object): Promise<GraphAnswerText>;
  /** An error as clients may see it. */
  toPublic(error: FederationError): GraphQLFormattedError;
  stop(): Promise<void>;
}

interface GraphOptions {
  readonly network: Network;
  readonly identity: IdentityTokens;
  readonly logger: Logger;
  readonly metrics: Pick<GatewayMetrics, 'fetched'>;
}

export function createGraph({ network, identity, logger, metrics }: GraphOptions): Graph {
  const supergraphSdl = readFileSync(SUPERGRAPH_FILE, 'utf8');
  const { schema, supergraph, names, plan } = loadSupergraph(supergraphSdl);
  const { fetch: ask, close } = createSubgraphFetching({ network, identity });
  const fetch = observeFetches(ask, metrics);
  const operations = createOperations({
    schema,
    supergraph,
    names,
    plan,
    // What a stream remembers is asked of nobody, so it is no fetch that metrics count.
    fetch: (call: SubgraphCall<RequestContext>) =>
      call.context.memo ? call.context.memo.fetch(call, fetch) : fetch(call),
    rules: limitRules,
    tokensMax: TOKENS_MAX,
  });
  const toPublic = ({ cause, ...error }: FederationError): GraphQLFormattedError =>
    formatEdgeError(error as GraphQLFormattedError, logger, cause);

  return {
    supergraphSdl,
    schema,
    supergraph,
    operations,
    toPublic,
    stop: close,
    answer: async ({ query, operationName, variables }, context, extensions) => {
      const refuse = (errors: readonly FederationError[]) => ({
        status: errors.some(isOurs) ? 500 : 400,
        outcome: 'refused' as const,
        text: JSON.stringify({ errors: errors.map(toPublic) }),
      });
      const found = operations.find({ query, operationName });
      if ('refused' in found) return refuse(found.refused);
      if (found.operation.source)
        return refuse([{ message: 'Subscriptions need a stream.', extensions: { code: 'BAD_REQUEST' } }]);
      const { data, errors } = await found.operation.execute({
        variables: variables ?? {},
        context,
        signal: context.signal,
      });
      if (context.signal.aborted) {
        // Its client left or its time was up: what failed for that reason is no fault of a subgraph.
        logger.info({ reason: String(context.signal.reason) }, 'a request was given up');
        return { status: 504, text: '', outcome: 'given_up' };
      }
      if (data === undefined) return refuse(errors);
      const told = errors.length > 0 ? `"errors":${JSON.stringify(errors.map(toPublic))},` : '';
      const more = extensions ? `,"extensions":${JSON.stringify(extensions)}` : '';
      return { status: 200, text: `{${told}"data":${data}${more}}`, outcome: errors.length > 0 ? 'errors' : 'ok' };
    },
  };
}

function isOurs({ extensions }: FederationError): boolean {
  return extensions?.['code'] === 'PLANNING_FAILED';
}
