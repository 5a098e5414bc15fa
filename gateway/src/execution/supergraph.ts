import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { namesOfPlans } from '@modu/federation';
import type { QueryPlan } from '@modu/federation';
import type { DocumentNode, GraphQLSchema } from 'graphql';

/** The composed graph as the gateway needs it: its schemas, and plans of operations. */
export interface LoadedSupergraph {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** With all that they don't. */
  readonly supergraph: GraphQLSchema;
  /** Names that plans use for themselves. */
  readonly names: ReadonlySet<string>;
  plan(document: DocumentNode, operationName: string | undefined): QueryPlan;
}

/** Ways to answer one operation that the planner compares; beyond it takes the best of those. The default is 10 000. */
const PLANS_MAX = 200;

/** Apollo's planner, and only that: plans are executed by `@modu/federation`. */
export function loadSupergraph(sdl: string): LoadedSupergraph {
  const loaded = Supergraph.build(sdl);
  const api = loaded.apiSchema();
  const planner = new QueryPlanner(loaded, { debug: { maxEvaluatedPlans: PLANS_MAX } });
  return {
    schema: api.toGraphQLJSSchema(),
    supergraph: loaded.schema.toGraphQLJSSchema(),
    names: namesOfPlans(sdl),
    plan: (document, operationName) => {
      const operation = operationFromDocument(api, document, operationName ? { operationName } : {});
      return planner.buildQueryPlan(operation) as QueryPlan;
    },
  };
}
