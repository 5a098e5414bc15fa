import { getVariableValues, Kind, valueFromASTUntyped } from 'graphql';
import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { createAnswers } from './answer/answers.ts';
import type { Writing } from './answer/compile-answer.ts';
import { explainNulls } from './answer/explain-nulls.ts';
import { createIntrospection } from './answer/introspect.ts';
import type { FetchSubgraph } from './fetching/subgraph-call.ts';
import { compilePlan } from './plan/compile-plan.ts';
import { publicPath } from './plan/own-names.ts';
import type { PlanNode } from './plan/query-plan.ts';
import type { FederationError, Fields, Run } from './plan/run.ts';
import { createTypeConditions } from './plan/type-conditions.ts';
import type { IsOfType } from './plan/type-conditions.ts';

export interface OperationToCompile<Context> {
  /** As it was planned: after `withOwnNames`. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly plan: PlanNode | undefined;
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** The supergraph with all its types, also those that clients do not see. */
  readonly supergraph: GraphQLSchema;
  readonly fetch: FetchSubgraph<Context>;
}

export interface Execution<Context> {
  /** As the client sent them. */
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  /** Instead of `variables`, when many executions have the same. */
  readonly checked?: CheckedVariables;
  readonly context: Context;
  readonly signal?: AbortSignal | undefined;
  /** What is known before the plan runs: the event of a subscription. */
  readonly data?: Fields;
  readonly errors?: readonly FederationError[];
}

export interface Outcome {
  /** The `data` of the answer as JSON text; `undefined` when the request was refused before it ran. */
  readonly data: string | undefined;
  readonly errors: readonly FederationError[];
}

export interface CompiledOperation<Context> {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Checks variables once for many executions: the events of a stream. */
  checkVariables(variables: Readonly<Record<string, unknown>>): CheckedVariables;
  execute(execution: Execution<Context>): Promise<Outcome>;
}

/** Variables that fit their operation, or why they don't. */
export type CheckedVariables =
  { readonly values: Readonly<Record<string, unknown>> } | { readonly refused: readonly FederationError[] };

const conditionsOf = new WeakMap<GraphQLSchema, IsOfType>();

/** Compiles a planned operation: what is left for each execution is fetching, merging and writing. */
export function compileOperation<Context>(source: OperationToCompile<Context>): CompiledOperation<Context> {
  const { document, operation, schema, supergraph, fetch } = source;
  const isOfType = conditionsOf.get(supergraph) ?? createTypeConditions(supergraph);
  conditionsOf.set(supergraph, isOfType);
  const fragments = fragmentsOf(document);
  const step = source.plan && compilePlan(source.plan, { fetch, isOfType });
  const answers = createAnswers(operation, { schema, fragments });
  const variablesOf = compileVariables(source);
  const introspect = createIntrospection(source);
  return {
    document,
    operation,
    checkVariables: variablesOf,
    execute: async ({ variables: given = {}, checked, context, signal, data = {}, errors: known = [] }) => {
      const variables = checked ?? variablesOf(given);
      if ('refused' in variables) return { data: undefined, errors: variables.refused };
      const run: Run<Context> = {
        context,
        variables: variables.values,
        signal,
        data,
        errors: [...known],
        hasGaps: false,
      };
      await step?.(run, { objects: [run.data], path: [] });
      const writing: Writing = { incomplete: false, introspect: (field) => introspect(field, run.variables) };
      const text = answers.writerFor(run.variables)(run.data, writing);
      if (writing.incomplete && !run.hasGaps) {
        const nulls = explainNulls(run.data, { operation, schema, fragments, flags: run.variables });
        run.errors.push(...nulls.filter((error) => !isExplained(error, run.errors)));
      }
      return { data: text, errors: run.errors.map(withPublicPath) };
    },
  };
}

function withPublicPath(error: FederationError): FederationError {
  const path = error.path && publicPath(error.path);
  return path === error.path ? error : { ...error, path };
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}

/** Checks variables against their types; adds the defaults that conditions may read. Subgraphs get them as they were sent. */
function compileVariables({
  operation,
  schema,
}: OperationToCompile<never>): CompiledOperation<never>['checkVariables'] {
  const definitions = operation.variableDefinitions ?? [];
  if (definitions.length === 0) return () => ({ values: {} });
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of definitions) {
    if (defaultValue?.kind === Kind.BOOLEAN) defaults[variable.name.value] = valueFromASTUntyped(defaultValue);
  }
  return (given) => {
    const { errors } = getVariableValues(schema, definitions, given, { maxErrors: 10, hideSuggestions: true });
    if (errors) {
      return { refused: errors.map(({ message }) => ({ message, extensions: { code: 'BAD_USER_INPUT' } })) };
    }
    const values = { ...given };
    // A null that was given stays: a default is for what was left out.
    for (const name of Object.keys(defaults)) if (!Object.hasOwn(given, name)) values[name] = defaults[name];
    return { values };
  };
}

/** A null is explained when a subgraph said why, at its place, below or above it. */
function isExplained({ path = [] }: FederationError, errors: readonly FederationError[]): boolean {
  return errors.some((error) => {
    if (!error.path) return true;
    const length = Math.min(error.path.length, path.length);
    return error.path.slice(0, length).every((part, index) => part === path[index]);
  });
}
