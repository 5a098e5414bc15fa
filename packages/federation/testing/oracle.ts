import { buildOperationContext, executeQueryPlan } from '@apollo/gateway';
import type { SubgraphAnswer, SubgraphError } from '../src/fetching/subgraph-call.ts';
import { publicName, publicPath } from '../src/plan/own-names.ts';
import type { QueryPlan } from '../src/plan/query-plan.ts';
import type { WorldOperation } from './operations.ts';
import { idOf } from './subgraph-values.ts';
import type { Trouble } from './subgraph-values.ts';
import type { SubgraphRequest, WorldGraph } from './world-graph.ts';

export interface Asked {
  readonly graph: WorldGraph;
  readonly operation: WorldOperation;
  readonly plan: QueryPlan;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly trouble: Trouble;
}

export interface Answered {
  readonly data: unknown;
  readonly errors: readonly SubgraphError[];
}

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** What Apollo's own executor answers for the same plan. */
export async function askOracle({ graph, operation, plan, variables, trouble }: Asked): Promise<Answered> {
  const services = Object.fromEntries(
    graph.subgraphs.map((name) => [
      name,
      {
        process: async ({ request }: { request: SubgraphRequest }) =>
          withConcreteTypes(await graph.ask(name, request, trouble), request),
      },
    ]),
  );
  const context = buildOperationContext({
    schema: graph.schema as never,
    operationDocument: operation.document as never,
  });
  const request = {
    request: { variables },
    context: {},
    logger: quiet,
    metrics: {},
    document: operation.document,
    schema: graph.schema,
  };
  const run = executeQueryPlan(
    plan as never,
    services as never,
    request as never,
    context,
    graph.supergraph as never,
    graph.api,
  );
  const result = await run.catch((error: Error) => ({
    data: undefined,
    errors: [{ message: `threw ${error.message}` }],
  }));
  const errors = (result.errors ?? []) as readonly SubgraphError[];
  return {
    data: withPublicNames(result.data),
    errors: errors.map(({ message, path }) => ({ message, ...(path ? { path: publicPath(path) } : {}) })),
  };
}

/**
 * Apollo's executor lets the answer of an interface object (`__typename: I0`) overwrite the concrete type that is known
 * already, and then finds no such member of a union. So that the rest can be compared, it is told the concrete type: here
 * an id begins with it.
 */
function withConcreteTypes(answer: SubgraphAnswer, { variables }: SubgraphRequest): SubgraphAnswer {
  const entities = (answer.data as { _entities?: ({ __typename?: string } | null)[] } | null | undefined)?._entities;
  const representations = variables?.['representations'] as { id?: string; sku?: string }[] | undefined;
  entities?.forEach((entity, index) => {
    const concrete = idOf(representations?.[index] ?? {}).split(':')[0] as string;
    if (entity?.__typename === 'I0') entity.__typename = concrete;
  });
  return answer;
}

function withPublicNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPublicNames);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, below]) => [publicName(name), withPublicNames(below)]));
}
