import { execute, getOperationAST, Kind, visit } from 'graphql';
import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import { compileSelection } from './compile-selection.ts';
import { runFields, runFieldsSerially } from './run-fields.ts';
import { Failures, isPromise } from './run.ts';
import type { CompiledParts, Data, FieldPlan, Run } from './run.ts';
import { variablesReader } from './variables.ts';

export interface OperationRun {
  readonly context: unknown;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  /** An event of a stream. */
  readonly rootValue?: unknown;
}

/** An operation of a schema, ready to run. Answers at once when nothing it asks for waits. */
export type RunOperation = (run: OperationRun) => ExecutionResult | Promise<ExecutionResult>;

/** Sets of values of `@skip` and `@include` that are kept compiled. */
const VARIANTS_MAX = 64;

/**
 * Compiles a valid operation, so that a run neither collects fields nor reads arguments that don't change, and a leaf that is a
 * property is only read. Answers are those of graphql-js, which runs the few operations that are not compiled.
 */
export function compileOperation(schema: GraphQLSchema, document: DocumentNode, operationName?: string): RunOperation {
  const operation = getOperationAST(document, operationName);
  const type = operation && schema.getRootType(operation.operation);
  const interpret: RunOperation = ({ context, variables, rootValue }) =>
    execute({ schema, document, contextValue: context, rootValue, variableValues: variables, operationName });
  if (!type || hasOddName(document)) return interpret;

  const parts: CompiledParts = { schema, operation, fragments: fragmentsOf(document) };
  const readVariables = variablesReader(schema, operation);
  const conditionNames = findConditions(document);
  const variants = new Map<string, readonly FieldPlan[]>();
  const plansFor = (conditions: Record<string, unknown>): readonly FieldPlan[] | undefined => {
    const key = conditionNames.map((name) => String(conditions[name])).join();
    const known = variants.get(key);
    if (known) return known;
    // A condition without its value is a failure that graphql-js tells.
    if (conditionNames.some((name) => typeof conditions[name] !== 'boolean')) return undefined;
    if (variants.size >= VARIANTS_MAX) variants.clear();
    const plans = compileSelection({ ...parts, conditions, count: 0 }, type, [operation.selectionSet]);
    variants.set(key, plans);
    return plans;
  };
  return (run) => {
    const read = readVariables(run.variables ?? {});
    if ('errors' in read) return { errors: read.errors };
    const variables = read.coerced;
    const plans = plansFor(variables);
    if (!plans) return interpret(run);
    const { context, rootValue } = run;
    const running: Run = { compiled: parts, rootValue, context, variables, failures: new Failures(), args: [] };
    const object = { run: running, plans, source: rootValue, path: undefined };
    return finish(running, () => (operation.operation === 'mutation' ? runFieldsSerially(object) : runFields(object)));
  };
}

function finish(run: Run, work: () => Data | Promise<Data>): ExecutionResult | Promise<ExecutionResult> {
  const { errors } = run.failures;
  const respond = (data: Data | null): ExecutionResult => (errors.length === 0 ? { data } : { errors, data });
  const failed = (error: unknown) => {
    run.failures.add(error as GraphQLError, undefined);
    return respond(null);
  };
  try {
    const data = work();
    return isPromise(data) ? data.then(respond, failed) : respond(data);
  } catch (error) {
    return failed(error);
  }
}

function fragmentsOf({ definitions }: DocumentNode): CompiledParts['fragments'] {
  const fragments = definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** The variables that `@skip` and `@include` go by. */
function findConditions(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** A name that means something else as a key of an object. */
function hasOddName(document: DocumentNode): boolean {
  let isOdd = false;
  visit(document, { Name: ({ value }) => void (isOdd ||= value === '__proto__') });
  return isOdd;
}
