import { isAbstractType, Kind } from 'graphql';
import type {
  DirectiveNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLUnionType,
  SelectionSetNode,
} from 'graphql';

/** Values of the variables that `@skip` and `@include` read. */
export type Flags = Readonly<Record<string, unknown>>;

/** What an answer is compiled for: an operation's schema and fragments, under one set of flags. */
export interface Compiling {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly flags: Flags;
}

export interface CollectedField {
  readonly responseName: string;
  readonly field: FieldNode;
  readonly sets: readonly SelectionSetNode[];
}

export type CompositeType = GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType;

/** The fields of a selection for one concrete type, merged and in the order of the answer (specification §6.3.2). */
export function collectFields(
  type: CompositeType,
  sets: readonly SelectionSetNode[],
  compiling: Compiling,
): readonly CollectedField[] {
  const collected = new Map<string, CollectedField & { readonly sets: SelectionSetNode[] }>();
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (!isIncluded(selection.directives, compiling.flags)) continue;
      if (selection.kind === Kind.FIELD) {
        const responseName = selection.alias?.value ?? selection.name.value;
        const one = collected.get(responseName) ?? { responseName, field: selection, sets: [] };
        collected.set(responseName, one);
        if (selection.selectionSet) one.sets.push(selection.selectionSet);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? compiling.fragments[selection.name.value] : selection;
      if (fragment && applies(fragment.typeCondition?.name.value, type, compiling.schema))
        collect(fragment.selectionSet);
    }
  };
  sets.forEach(collect);
  return [...collected.values()];
}

function applies(condition: string | undefined, type: CompositeType, schema: GraphQLSchema): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && 'getFields' in type && schema.isSubType(wanted, type);
}

function isIncluded(directives: readonly DirectiveNode[] | undefined, flags: Flags): boolean {
  return (directives ?? []).every(({ name, arguments: given }) => {
    if (name.value !== 'skip' && name.value !== 'include') return true;
    const value = given?.find((argument) => argument.name.value === 'if')?.value;
    const is =
      value?.kind === Kind.VARIABLE ? flags[value.name.value] === true : value?.kind === Kind.BOOLEAN && value.value;
    return is === (name.value === 'include');
  });
}
