import { composeServices } from '@apollo/composition';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import type { Schema } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { namesOfPlans } from '../src/index.ts';
import type { QueryPlan } from '../src/plan/query-plan.ts';
import type { SubgraphAnswer } from '../src/fetching/subgraph-call.ts';
import { idOf, resolveValue } from './subgraph-values.ts';
import type { Trouble } from './subgraph-values.ts';
import type { World } from './world.ts';

/** A composed world: its schemas, its planner, and its subgraphs as functions. */
export interface WorldGraph {
  readonly api: Schema;
  readonly schema: GraphQLSchema;
  readonly supergraph: GraphQLSchema;
  readonly subgraphs: readonly string[];
  /** See `namesOfPlans`. */
  readonly names: ReadonlySet<string>;
  plan(document: DocumentNode): QueryPlan;
  ask(subgraph: string, request: SubgraphRequest, trouble: Trouble): Promise<SubgraphAnswer>;
}

export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** @returns the errors of composition for a world that does not compose. */
export function composeWorld(world: World): WorldGraph | { readonly errors: readonly string[] } {
  const services = world.subgraphs.map(({ name, typeDefs }) => ({ name, url: `http://${name}`, typeDefs }));
  const composed = composeServices(services);
  if (composed.errors) return { errors: composed.errors.map((error) => error.message) };
  const supergraph = Supergraph.build(composed.supergraphSdl);
  const api = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph);
  const executable = new Map(world.subgraphs.map(({ name, typeDefs }) => [name, executableSchema(typeDefs)]));
  const documents = new Map<string, DocumentNode>();
  const read = (query: string) => documents.get(query) ?? documents.set(query, parse(query)).get(query)!;
  return {
    api,
    schema: api.toGraphQLJSSchema() as unknown as GraphQLSchema,
    supergraph: supergraph.schema.toGraphQLJSSchema() as unknown as GraphQLSchema,
    subgraphs: [...executable.keys()],
    names: namesOfPlans(composed.supergraphSdl),
    plan: (document) => planner.buildQueryPlan(operationFromDocument(api, document)) as QueryPlan,
    ask: async (subgraph, { query, variables }, trouble) => {
      if (trouble.down.has(subgraph)) throw new Error(`${subgraph} is down`);
      const result = await execute({
        schema: executable.get(subgraph)!,
        document: read(query),
        rootValue: {},
        variableValues: variables ?? {},
        contextValue: { subgraph, trouble },
        fieldResolver: resolveValue as never,
        typeResolver: (value: { __typename?: string }) => value.__typename,
      });
      // What crosses a network is JSON: nothing of the executor survives it.
      return JSON.parse(JSON.stringify(result)) as SubgraphAnswer;
    },
  };
}

function executableSchema(typeDefs: DocumentNode): GraphQLSchema {
  const hasInterface = typeDefs.definitions.some(
    (definition) => definition.kind === 'InterfaceTypeDefinition' && definition.name.value === 'I0',
  );
  const concrete = (value: { id?: string }) => idOf(value).split(':')[0] ?? '';
  const resolvers = hasInterface
    ? {
        I0: {
          __resolveType: concrete,
          __resolveReference: (value: { id?: string }) => ({ ...value, __typename: concrete(value) }),
        },
      }
    : {};
  return buildSubgraphSchema([{ typeDefs, resolvers }] as never) as unknown as GraphQLSchema;
}
