import type {
  ConstValueNode,
  DocumentNode,
  FieldNode,
  GraphQLField,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql';
import { findFragments } from './fragments.ts';
import { introspectionSizes } from './introspection-sizes.ts';
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
 * each mutation, and the schema asked about itself by what it holds; `@cost(weight)` and `@listSize(assumedSize, slicingArguments)` of the schema come before these. Scalars are free. At least 1.
 */
export function estimateCost({ schema, document, operation, variables: given }: CostOptions): number {
  const variables = { ...defaultsOf(operation), ...given };
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
      const size =
        introspectionSizes(schema).get(`${parentType}.${field.name}`) ??
        listSize({ field, node, parentType, variables });
      return size * (own + below(type.name));
    },
  });
  return Math.max(1, Math.min(Math.ceil(cost), Number.MAX_SAFE_INTEGER));
}

/** Numbers that variables have when nobody says others: of these are the sizes of pages. */
function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> {
  const numbers = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)] as const] : [],
  );
  return Object.fromEntries(numbers);
}

function defaultCost({ operation }: OperationDefinitionNode, isRoot: boolean, isComposite: boolean): number {
  if (isRoot && operation === 'mutation') return MUTATION_COST;
  return isComposite ? OBJECT_COST : 0;
}

type AnyField = GraphQLField<unknown, unknown>;

function findField(schema: GraphQLSchema, typeName: string, name: string): AnyField | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  const type = schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function argumentOf(field: AnyField, directive: string, argument: string): ConstValueNode | undefined {
  const node = field.astNode?.directives?.find(({ name }) => name.value === directive);
  return node?.arguments?.find(({ name }) => name.value === argument)?.value;
}

/** The number that a directive on the field's definition declares. */
function declared(field: AnyField, directive: string, argument: string): number | undefined {
  const value = argumentOf(field, directive, argument);
  return value && (value.kind === Kind.INT || value.kind === Kind.STRING) ? Number(value.value) : undefined;
}

interface SizedField {
  readonly field: AnyField;
  readonly node: FieldNode;
  readonly parentType: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

function listSize({ field, node, parentType, variables }: SizedField): number {
  const sliced = slicingArguments(field).filter((argument) => field.args.some(({ name }) => name === argument));
  if (sliced.length > 0) {
    const sizes = sliced.flatMap((argument) => pageSize(node, argument, variables) ?? []);
    return sizes.length > 0 ? Math.max(...sizes) : (declared(field, 'listSize', 'assumedSize') ?? PAGE_ASSUMED);
  }
  if (!isListType(getNullableType(field.type))) return 1;
  // The lists inside a connection hold what its page holds, and that was counted where `first` was given.
  if (parentType.endsWith('Connection')) return 1;
  return declared(field, 'listSize', 'assumedSize') ?? LIST_ASSUMED;
}

/** The arguments that say how much of a list is wanted: as `@listSize` names them, else `first`. */
function slicingArguments(field: AnyField): readonly string[] {
  const value = argumentOf(field, 'listSize', 'slicingArguments');
  if (value?.kind !== Kind.LIST) return ['first'];
  return value.values.flatMap((one) => (one.kind === Kind.STRING ? one.value : []));
}

function pageSize(node: FieldNode, argument: string, variables: Readonly<Record<string, unknown>>): number | undefined {
  const given = node.arguments?.find(({ name }) => name.value === argument)?.value;
  const value =
    given?.kind === Kind.VARIABLE ? variables[given.name.value] : given?.kind === Kind.INT && Number(given.value);
  return typeof value === 'number' && value > 0 ? Math.min(value, PAGE_MAX) : undefined;
}
