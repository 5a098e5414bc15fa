import type { FederationError, FetchNode, ReadyOperation } from '@modu/federation';
import { GraphQLError } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Graph } from '../execution/graph.ts';
import type { RequestContext } from '../execution/request-context.ts';

/** A planned subscription: where its events come from, and how each is completed with fields of other subgraphs. */
export interface StreamPlan {
  readonly document: DocumentNode;
  readonly rootField: string;
  readonly operation: ReadyOperation<RequestContext>;
  /** The fetch whose answers are the events. */
  readonly source: FetchNode;
}

export type Planned = StreamPlan | { readonly errors: readonly GraphQLError[] };

export interface StreamPlanner {
  readonly schema: GraphQLSchema;
  /** Plans of repeated operations are kept; invalid documents and other operations give errors, as clients may read them. */
  plan(query: string, operationName: string | undefined): Planned;
}

/** Plans federated subscriptions: one fetch that streams, and a compiled rest that completes each of its events. */
export function createStreamPlanner({
  schema,
  operations,
  toPublic,
}: Pick<Graph, 'schema' | 'operations' | 'toPublic'>): StreamPlanner {
  const asPublic = (error: FederationError) => {
    const { message, extensions = {} } = toPublic(error);
    return new GraphQLError(message, { extensions });
  };
  return {
    schema,
    plan: (query, operationName) => {
      const found = operations.find({ query, operationName });
      if ('refused' in found) return { errors: found.refused.map(asPublic) };
      const { operation } = found;
      if (!operation.source) return refuse('Only subscriptions are streamed; send others by POST.');
      const [root] = operation.operation.selectionSet.selections;
      if (root?.kind !== 'Field') return refuse('A subscription selects its one field directly.');
      return { document: operation.document, rootField: root.name.value, operation, source: operation.source };
    },
  };
}

function refuse(message: string): Planned {
  return { errors: [new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })] };
}

/** Of what a client sent, the variables that its operation declares: the rest would be kept for as long as the stream lasts. */
export function declaredOf(
  { operation: { operation } }: StreamPlan,
  variables: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const names = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(variables, name)).map((name) => [name, variables[name]]),
  );
}
