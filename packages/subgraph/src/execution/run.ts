import { locatedError } from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLError,
  GraphQLField,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';

export type Path = GraphQLResolveInfo['path'];
export type Data = Record<string, unknown>;
type Sources = Readonly<Record<string, unknown>>;

/** One execution of a compiled operation. */
export interface Run {
  readonly compiled: CompiledParts;
  readonly rootValue: unknown;
  readonly context: unknown;
  readonly variables: Record<string, unknown>;
  readonly failures: Failures;
  /** Arguments of fields that use variables, by the number of the field: the same for each object of a list. */
  readonly args: (Sources | undefined)[];
}

export interface CompiledParts {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
}

/** Makes of what a resolver returned what the answer holds; at once, or as a promise where something has to be waited for. */
export type Complete = (run: Run, value: unknown, place: Place) => unknown;

/** A field of one concrete type, as an operation selects it. */
export interface FieldPlan {
  readonly number: number;
  readonly responseName: string;
  readonly nodes: readonly FieldNode[];
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly isNullable: boolean;
  /** The same for every run, where no variable is used. */
  readonly constantArgs: Sources | undefined;
  /** What every object of the type answers: `__typename`. */
  readonly constant: string | undefined;
  /** For a leaf that is a property of its object: whether a value is already what it is to be serialized to. */
  readonly isPlain: ((value: unknown) => boolean) | undefined;
  readonly complete: Complete;
}

/** Where a value stands, and all that a resolver is told of it. Its parts are made when they are asked for. */
export class Place implements GraphQLResolveInfo {
  readonly plan: FieldPlan;
  readonly run: Run;
  readonly path: Path;

  constructor(plan: FieldPlan, run: Run, path: Path) {
    this.plan = plan;
    this.run = run;
    this.path = path;
  }

  /** The place of an element of a list. */
  at(index: number): Place {
    return new Place(this.plan, this.run, { prev: this.path, key: index, typename: undefined });
  }

  get fieldName(): string {
    return this.plan.definition.name;
  }

  get fieldNodes(): readonly FieldNode[] {
    return this.plan.nodes;
  }

  get returnType(): GraphQLOutputType {
    return this.plan.definition.type;
  }

  get parentType(): GraphQLObjectType {
    return this.plan.parentType;
  }

  get schema(): GraphQLSchema {
    return this.run.compiled.schema;
  }

  get fragments(): Record<string, FragmentDefinitionNode> {
    return this.run.compiled.fragments;
  }

  get rootValue(): unknown {
    return this.run.rootValue;
  }

  get operation(): OperationDefinitionNode {
    return this.run.compiled.operation;
  }

  get variableValues(): Record<string, unknown> {
    return this.run.variables;
  }
}

/** A failure of a value that may be null is told and leaves null; any other goes on to what holds the value. */
export function settleFailure(error: unknown, place: Place, isNullable: boolean): null {
  const located = locatedError(error, place.plan.nodes, toKeys(place.path));
  if (!isNullable) throw located;
  place.run.failures.add(located, place.path);
  return null;
}

/** What failed. Below what became null for an error nothing more is told: nobody sees that it failed. */
export class Failures {
  readonly errors: GraphQLError[] = [];
  readonly #nulled = new Set<Path | undefined>();

  add(error: GraphQLError, path: Path | undefined): void {
    if (this.#nulled.size > 0) {
      for (let at = path; at; at = at.prev) if (this.#nulled.has(at)) return;
      if (this.#nulled.has(undefined)) return;
    }
    this.#nulled.add(path);
    this.errors.push(error);
  }
}

function toKeys(path: Path): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at: Path | undefined = path; at; at = at.prev) keys.push(at.key);
  return keys.reverse();
}

export function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}
