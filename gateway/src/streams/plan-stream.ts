import { buildOperationContext, executeQueryPlan } from '@apollo/gateway';
import type { GraphQLDataSource } from '@apollo/gateway';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import type { Schema } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import type { FetchNode, QueryPlan } from '@apollo/query-planner';
import type { Logger } from '@modu/logger';
import { getOperationAST, GraphQLError, parse, specifiedRules, validate } from 'graphql';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import type { RequestContext } from '../execution/request-context.ts';
import { limitRules, TOKENS_MAX } from '../front-door/limits.ts';

type Sources = Readonly<Record<string, GraphQLDataSource<Record<string, unknown>>>>;

/** A planned subscription: where its events come from and how each is completed with fields of other subgraphs. */
export interface StreamPlan {
  readonly document: DocumentNode;
  readonly rootField: string;
  readonly primary: FetchNode;
  /** Completes one event of the owning subgraph: fetches the rest, shapes the answer as the operation asks. */
  complete(
    event: ExecutionResult,
    variables: Record<string, unknown>,
    context: RequestContext,
  ): Promise<ExecutionResult>;
}

export type Planned = StreamPlan | { readonly errors: readonly GraphQLError[] };

export interface StreamPlanner {
  readonly schema: GraphQLSchema;
  /** Plans of repeated operations are kept; invalid documents and other operations give errors. */
  plan(query: string, operationName: string | undefined): Planned;
}

const PLANS_MAX = 500;

interface PlannerOptions {
  readonly supergraphSdl: string;
  readonly sources: Sources;
  readonly logger: Logger;
}

/**
 * Plans federated subscriptions. @apollo/gateway does not run subscriptions, but its query planner plans them: one primary
 * fetch that streams, and the rest of the plan for each event. Each event is replayed through the official executor as if
 * the owning subgraph had just answered with it, so rewrites, null bubbling and error paths are the official ones.
 */
export function createStreamPlanner({ supergraphSdl, sources, logger }: PlannerOptions): StreamPlanner {
  const supergraph = Supergraph.build(supergraphSdl);
  const api = supergraph.apiSchema();
  const schema = api.toGraphQLJSSchema();
  const internal = supergraph.schema.toGraphQLJSSchema();
  const planner = new QueryPlanner(supergraph);
  const plans = new Map<string, Planned>();
  const tools: Tools = { api, schema, internal, planner, sources, logger };

  return {
    schema,
    plan: (query, operationName) => {
      const key = `${operationName ?? ''}\0${query}`;
      const kept = plans.get(key);
      if (kept) return kept;
      const planned = planStream(query, operationName, tools);
      const [oldest] = plans.keys();
      if (plans.size >= PLANS_MAX && oldest !== undefined) plans.delete(oldest);
      plans.set(key, planned);
      return planned;
    },
  };
}

interface Tools {
  readonly api: Schema;
  readonly schema: GraphQLSchema;
  readonly internal: GraphQLSchema;
  readonly planner: QueryPlanner;
  readonly sources: Sources;
  readonly logger: Logger;
}

function refuseDocument(message: string): Planned {
  return { errors: [new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })] };
}

function planStream(query: string, operationName: string | undefined, tools: Tools): Planned {
  const document = read(query, tools.schema);
  if ('errors' in document) return document;
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== 'subscription')
    return refuseDocument('Only subscriptions are streamed; send others by POST.');
  const [root] = operation.selectionSet.selections;
  if (root?.kind !== 'Field') return refuseDocument('A subscription selects its one field directly.');

  const plan = tools.planner.buildQueryPlan(
    operationFromDocument(tools.api, document, operationName ? { operationName } : {}),
  );
  if (plan.node?.kind !== 'Subscription') return refuseDocument('This subscription has nothing to stream.');
  const { primary, rest } = plan.node;
  const replay: QueryPlan = {
    kind: 'QueryPlan',
    node: rest ? { kind: 'Sequence', nodes: [primary, rest] } : primary,
  };
  const operationContext = buildOperationContext({
    schema: tools.schema,
    operationDocument: document,
    ...(operationName ? { operationName } : {}),
  });
  return {
    document,
    rootField: root.name.value,
    primary,
    complete: createCompleter({ replay, primary, document, operationContext, tools }),
  };
}

function read(query: string, schema: GraphQLSchema): DocumentNode | { readonly errors: readonly GraphQLError[] } {
  try {
    const document = parse(query, { maxTokens: TOKENS_MAX });
    const errors = validate(schema, document, [...specifiedRules, ...limitRules], { maxErrors: 10 });
    return errors.length > 0 ? { errors } : document;
  } catch (error) {
    return { errors: [error instanceof GraphQLError ? error : new GraphQLError('The document could not be read.')] };
  }
}

interface CompleterOptions {
  readonly replay: QueryPlan;
  readonly primary: FetchNode;
  readonly document: DocumentNode;
  readonly operationContext: ReturnType<typeof buildOperationContext>;
  readonly tools: Tools;
}

function createCompleter({
  replay,
  primary,
  document,
  operationContext,
  tools,
}: CompleterOptions): StreamPlan['complete'] {
  const { sources, internal, api, schema, logger } = tools;
  const owner = sources[primary.serviceName];
  return async (event, variables, context) => {
    const replayed: GraphQLDataSource<Record<string, unknown>> = {
      process: async (options) => {
        if (options.request.query === primary.operation) return event as never;
        if (!owner) throw new Error(`No source for the subgraph ${primary.serviceName}.`);
        return owner.process(options);
      },
    };
    const result = await executeQueryPlan(
      replay,
      { ...sources, [primary.serviceName]: replayed },
      {
        request: { variables, http: undefined },
        context: context as unknown as Record<string, unknown>,
        logger,
        metrics: {},
        document,
        schema,
        cache: undefined,
      } as never,
      operationContext,
      internal,
      api,
    );
    return result as ExecutionResult;
  };
}
