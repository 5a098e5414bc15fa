import type { DocumentNode, FieldNode, GraphQLField, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
} from 'graphql';
import { findFragments } from './fragments.ts';
import { foldSelections } from './walk-operation.ts';

interface CostOptions {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A list without a size of its own is taken to hold this many. */
const LIST_ASSUMED = 10;
/** A page whose `first` is not given holds this many, and none holds more than the most that subgraphs hand out. */
const PAGE_ASSUMED = 20;
const PAGE_MAX = 100;
/** A mutation writes, checks and calls others; an object is one look-up. */
const MUTATION_COST = 10;
const OBJECT_COST = 1;

/**
 * What an operation may cost, known before it runs: one for each object it may return, pages and lists multiplied, ten for
 * each mutation; `@cost(weight)` and `@listSize(assumedSize)` of the schema come before these. Scalars are free. At least 1.
 */
export function estimateCost({ schema, document, operation, variables }: CostOptions): number {
  const root = schema.getRootType(operation.operation)?.name ?? 'Query';
  const fragments = findFragments(document);
  const cost = foldSelections<number>(operation.selectionSet, root, (name) => fragments.get(name), {
    empty: 0,
    join: (left, right) => left + right,
    field: (node, parentType, below) => {
      const field = findField(schema, parentType, node.name.value);
      if (!field) return 0;
      const type = getNamedType(field.type);
      const own =
        declared(field, 'cost', 'weight') ?? defaultCost(operation, parentType === root, isCompositeType(type));
      return listSize({ field, node, parentType, variables }) * (own + below(type.name));
    },
  });
  return Math.max(1, Math.min(Math.ceil(cost), Number.MAX_SAFE_INTEGER));
}

function defaultCost({ operation }: OperationDefinitionNode, isRoot: boolean, isComposite: boolean): number {
  if (isRoot && operation === 'mutation') return MUTATION_COST;
  return isComposite ? OBJECT_COST : 0;
}

type AnyField = GraphQLField<unknown, unknown>;

function findField(schema: GraphQLSchema, typeName: string, name: string): AnyField | undefined {
  const type = schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** The number that a directive on the field's definition declares. */
function declared(field: AnyField, directive: string, argument: string): number | undefined {
  const node = field.astNode?.directives?.find(({ name }) => name.value === directive);
  const value = node?.arguments?.find(({ name }) => name.value === argument)?.value;
  return value && (value.kind === Kind.INT || value.kind === Kind.STRING) ? Number(value.value) : undefined;
}

interface SizedField {
  readonly field: AnyField;
  readonly node: FieldNode;
  readonly parentType: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

function listSize({ field, node, parentType, variables }: SizedField): number {
  if (field.args.some(({ name }) => name === 'first')) return pageSize(node, variables);
  if (!isListType(getNullableType(field.type))) return 1;
  // The lists inside a connection hold what its page holds, and that was counted where `first` was given.
  if (parentType.endsWith('Connection')) return 1;
  return declared(field, 'listSize', 'assumedSize') ?? LIST_ASSUMED;
}

function pageSize(node: FieldNode, variables: Readonly<Record<string, unknown>>): number {
  const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  const value =
    given?.kind === Kind.VARIABLE ? variables[given.name.value] : given?.kind === Kind.INT && Number(given.value);
  return typeof value === 'number' && value > 0 ? Math.min(value, PAGE_MAX) : PAGE_ASSUMED;
}
