import {
  getArgumentValues,
  getNullableType,
  isLeafType,
  isNonNullType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  visit,
} from 'graphql';
import type { FieldNode, GraphQLField, GraphQLObjectType, GraphQLSchema, SelectionSetNode } from 'graphql';
import { collectFields } from './collect-fields.ts';
import type { Collecting } from './collect-fields.ts';
import { completerOf, plainLeaf } from './complete.ts';
import type { RunObject } from './complete.ts';
import { runFields } from './run-fields.ts';
import type { FieldPlan } from './run.ts';

interface Compiling extends Collecting {
  /** How many fields were compiled so far. */
  count: number;
}

/** Compiles what is selected of a concrete type; what is below it, when it is first met. */
export function compileSelection(
  compiling: Compiling,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): readonly FieldPlan[] {
  const plans: FieldPlan[] = [];
  for (const [responseName, nodes] of collectFields(compiling, type, sets)) {
    const definition = nodes[0] && findField(compiling.schema, type, nodes[0].name.value);
    if (definition) plans.push(compileField(compiling, { responseName, nodes, definition, parentType: type }));
  }
  return plans;
}

function compileField(
  compiling: Compiling,
  selected: Pick<FieldPlan, 'responseName' | 'nodes' | 'definition' | 'parentType'>,
): FieldPlan {
  const { definition, nodes } = selected;
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const objectOf = (type: GraphQLObjectType): RunObject => {
    let plans: readonly FieldPlan[] | undefined;
    return (run, source, path) =>
      runFields({ run, path, source, plans: (plans ??= compileSelection(compiling, type, sets)) });
  };
  return {
    ...selected,
    number: compiling.count++,
    isNullable: !isNonNullType(definition.type),
    constantArgs: constantArgs(definition, nodes),
    constant: definition === TypeNameMetaFieldDef ? selected.parentType.name : undefined,
    isPlain: plainCheck(definition),
    complete: completerOf(definition.type, objectOf),
  };
}

function findField(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return type.getFields()[name];
}

/** Arguments that are the same whoever asks. Such as fail are left to fail when they run. */
function constantArgs(
  definition: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
): FieldPlan['constantArgs'] {
  const [node] = nodes;
  if (!node || usesVariables(node)) return undefined;
  try {
    return getArgumentValues(definition, node, {});
  } catch {
    return undefined;
  }
}

function usesVariables(node: FieldNode): boolean {
  let uses = false;
  for (const argument of node.arguments ?? []) visit(argument, { [Kind.VARIABLE]: () => void (uses = true) });
  return uses;
}

function plainCheck({ type, resolve }: GraphQLField<unknown, unknown>): FieldPlan['isPlain'] {
  const named = getNullableType(type);
  return resolve || !isLeafType(named) ? undefined : plainLeaf(named);
}
