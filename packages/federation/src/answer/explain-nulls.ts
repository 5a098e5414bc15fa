import { GraphQLList, GraphQLNonNull, isAbstractType, isLeafType, isObjectType } from 'graphql';
import type { GraphQLOutputType, GraphQLSchema, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import type { FederationError, Fields, PathPart } from '../plan/run.ts';
import { isFields } from '../plan/run.ts';
import { collectFields } from './collect-fields.ts';
import type { Compiling, CompositeType } from './collect-fields.ts';
import { leafWriter } from './leaf.ts';

interface Explaining extends Compiling {
  readonly found: FederationError[];
}

/** An error of each place where a subgraph gave what the schema does not allow. Walked only after that happened. */
export function explainNulls(
  data: Fields,
  { operation, ...rest }: Omit<Explaining, 'found'> & { readonly operation: OperationDefinitionNode },
): FederationError[] {
  const explaining = { ...rest, found: [] };
  const root = rest.schema.getRootType(operation.operation);
  if (root) walkObject(data, { type: root, sets: [operation.selectionSet], path: [] }, explaining);
  return explaining.found;
}

interface Place<Type> {
  readonly type: Type;
  readonly sets: readonly SelectionSetNode[];
  readonly path: readonly PathPart[];
}

/** @returns whether the value is null in the answer. */
function walk(value: unknown, place: Place<GraphQLOutputType>, explaining: Explaining): boolean {
  const { type, sets, path } = place;
  if (type instanceof GraphQLNonNull) {
    const before = explaining.found.length;
    const isNull = walk(value, { ...place, type: type.ofType as GraphQLOutputType }, explaining);
    if (isNull && explaining.found.length === before) report(path, 'is null where it may not be', explaining);
    return isNull;
  }
  if (value === null || value === undefined) return true;
  if (type instanceof GraphQLList) {
    if (!Array.isArray(value)) return report(path, 'is no list', explaining);
    const inner = type.ofType as GraphQLOutputType;
    const nulls = value.map((element, index) =>
      walk(element, { type: inner, sets, path: [...path, index] }, explaining),
    );
    return inner instanceof GraphQLNonNull && nulls.includes(true);
  }
  if (isLeafType(type)) return leafWriter(type)(value) === undefined && report(path, `is no ${type.name}`, explaining);
  if (!isFields(value)) return report(path, 'is no object', explaining);
  const concrete = concreteType(type as CompositeType, value, explaining.schema);
  if (!concrete) return report(path, 'is of no type that may stand here', explaining);
  return walkObject(value, { type: concrete, sets, path }, explaining);
}

function walkObject(value: Fields, { type, sets, path }: Place<CompositeType>, explaining: Explaining): boolean {
  let bubbles = false;
  for (const { field, responseName, sets: below } of collectFields(type, sets, explaining)) {
    const name = field.name.value;
    if (name.startsWith('__')) {
      if (name === '__typename' && !isObjectType(type))
        bubbles = report([...path, responseName], 'is not known', explaining);
      continue;
    }
    const definition = 'getFields' in type ? type.getFields()[name] : undefined;
    if (!definition) continue;
    const at = { type: definition.type, sets: below, path: [...path, responseName] };
    const isNull = walk(value[responseName], at, explaining);
    if (isNull && definition.type instanceof GraphQLNonNull) bubbles = true;
  }
  return bubbles;
}

function concreteType(type: CompositeType, value: Fields, schema: GraphQLSchema): CompositeType | undefined {
  const typename = value['__typename'];
  if (!isAbstractType(type) || typename === undefined || typename === type.name) return type;
  return schema.getPossibleTypes(type).find((possible) => possible.name === typename);
}

function report(path: readonly PathPart[], what: string, { found }: Explaining): true {
  const message = `What a subgraph gave for ${path.join('.')} ${what}.`;
  found.push({ message, path, extensions: { code: 'INVALID_SUBGRAPH_ANSWER' } });
  return true;
}
