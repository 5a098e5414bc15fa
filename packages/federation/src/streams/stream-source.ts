import { BREAK, getNamedType, isObjectType, Kind, parse, parseType, print, valueFromASTUntyped, visit } from 'graphql';
import type { FieldNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { FetchNode } from '../plan/query-plan.ts';
import { isFields } from '../plan/run.ts';

/** How a stream goes on where it stopped: the argument that takes the last cursor seen, and the field that tells it. */
export interface StreamCursor {
  readonly argument: string;
  readonly field: string;
  /** The type of the argument, as written in a document. */
  readonly type: string;
}

/** What is asked of the subgraph that owns a stream. */
export interface StreamQuestion {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface StreamSource {
  readonly subgraph: string;
  readonly isResumable: boolean;
  /** The question that opens the stream; with a cursor, the one that resumes it behind that event. */
  ask(variables: Readonly<Record<string, unknown>>, after?: unknown): StreamQuestion;
  /** The cursor of an event. */
  cursorOf(data: unknown): unknown;
  /** Where a client that comes back wants to go on. */
  startOf(variables: Readonly<Record<string, unknown>>): unknown;
}

const ARGUMENT = 'after';
const FIELD = 'seq';
const OWN_VARIABLE = 'own__after';
const OWN_FIELD = 'own__cursor';

/** A stream can be resumed when its field takes `after` and its events tell `seq`: that is the convention. */
export function findCursor(supergraph: GraphQLSchema, rootField: string): StreamCursor | undefined {
  const field = supergraph.getSubscriptionType()?.getFields()[rootField];
  const argument = field?.args.find((one) => one.name === ARGUMENT);
  const type = field && getNamedType(field.type);
  if (!argument || !isObjectType(type) || !type.getFields()[FIELD]) return undefined;
  return { argument: ARGUMENT, field: FIELD, type: String(argument.type) };
}

/** Prepares the streaming fetch of a subscription's plan; its events always tell their cursor, asked for or not. */
export function prepareSource(source: FetchNode, cursor: StreamCursor | undefined): StreamSource {
  const { serviceName: subgraph, operation, operationName, variableUsages = [] } = source;
  const pick = (variables: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      variableUsages.filter((name) => Object.hasOwn(variables, name)).map((name) => [name, variables[name]]),
    );
  if (!cursor) {
    return {
      subgraph,
      isResumable: false,
      ask: (variables) => ({ query: operation, operationName, variables: pick(variables) }),
      cursorOf: () => undefined,
      startOf: () => undefined,
    };
  }
  const told = withCursor(operation, cursor);
  return {
    subgraph,
    isResumable: true,
    ask: (variables, after) => {
      if (after === undefined) return { query: told.first, operationName, variables: pick(variables) };
      return { query: told.resumed, operationName, variables: { ...pick(variables), [OWN_VARIABLE]: after } };
    },
    cursorOf: (data) => {
      const root = isFields(data) ? Object.values(data)[0] : undefined;
      return isFields(root) ? root[OWN_FIELD] : undefined;
    },
    startOf: (variables) => startOf(operation, cursor.argument, variables),
  };
}

function startOf(operation: string, argument: string, variables: Readonly<Record<string, unknown>>): unknown {
  let start: unknown;
  visit(parse(operation, { noLocation: true }), {
    Field: (field) => {
      const given = field.arguments?.find((one) => one.name.value === argument);
      if (given) start = valueFromASTUntyped(given.value, { ...variables }) ?? undefined;
      return BREAK;
    },
  });
  return start;
}

function withCursor(operation: string, cursor: StreamCursor): { readonly first: string; readonly resumed: string } {
  const own = name(OWN_FIELD);
  const document = parse(operation, { noLocation: true });
  const first = onRootField(document, (field) => ({
    ...field,
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: [
        { kind: Kind.FIELD, alias: own, name: name(cursor.field) },
        ...(field.selectionSet?.selections ?? []),
      ],
    },
  }));
  const after = { kind: Kind.VARIABLE, name: name(OWN_VARIABLE) } as const;
  const resumed = onRootField(first, (field) => ({
    ...field,
    arguments: [
      ...(field.arguments ?? []).filter((argument) => argument.name.value !== cursor.argument),
      { kind: Kind.ARGUMENT, name: name(cursor.argument), value: after },
    ],
  }));
  const declared = visit(resumed, {
    OperationDefinition: (node: OperationDefinitionNode) => ({
      ...node,
      variableDefinitions: [
        ...(node.variableDefinitions ?? []).filter(({ variable }) => isUsed(variable.name.value, resumed)),
        { kind: Kind.VARIABLE_DEFINITION, variable: after, type: parseType(cursor.type, { noLocation: true }) },
      ],
    }),
  });
  return { first: print(first), resumed: print(declared) };
}

type Document = ReturnType<typeof parse>;

function onRootField(document: Document, change: (field: FieldNode) => FieldNode): Document {
  const definitions = document.definitions.map((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return definition;
    const selections = definition.selectionSet.selections.map((one) => (one.kind === Kind.FIELD ? change(one) : one));
    return { ...definition, selectionSet: { ...definition.selectionSet, selections } };
  });
  return { ...document, definitions };
}

/** A variable that only the replaced argument used may not stay declared. */
function isUsed(variable: string, document: Document): boolean {
  let uses = 0;
  visit(document, { Variable: (node) => void (uses += node.name.value === variable ? 1 : 0) });
  return uses > 1;
}

function name(value: string) {
  return { kind: Kind.NAME, value } as const;
}
