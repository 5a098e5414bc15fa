import { Kind } from 'graphql';
import type { FieldNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';

/** How to sum up a selection: one field with what lies below it, and the selections of one set together. */
export interface Fold<T> {
  /** Starts every set. */
  readonly empty: T;
  field(node: FieldNode, parentType: string, below: (typeName: string) => T): T;
  join(left: T, right: T): T;
}

/**
 * Sums up a selection with its fragments. Each fragment is looked at once, however often it is spread: fragments that spread
 * each other twice would otherwise double the work at every step. A cycle (which validation refuses by itself) counts nothing.
 */
export function foldSelections<T>(
  set: SelectionSetNode,
  parentType: string,
  fragmentOf: (name: string) => FragmentDefinitionNode | null | undefined,
  fold: Fold<T>,
): T {
  const known = new Map<string, T>();
  const visit = (current: SelectionSetNode, typeName: string): T => {
    let total = fold.empty;
    for (const selection of current.selections) {
      total = fold.join(total, visitSelection(selection, typeName));
    }
    return total;
  };
  const visitSelection = (selection: SelectionSetNode['selections'][number], typeName: string): T => {
    if (selection.kind === Kind.FIELD) {
      const { selectionSet } = selection;
      return fold.field(selection, typeName, (type) => (selectionSet ? visit(selectionSet, type) : fold.empty));
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return visit(selection.selectionSet, selection.typeCondition?.name.value ?? typeName);
    }
    return visitFragment(selection.name.value);
  };
  const visitFragment = (name: string): T => {
    const seen = known.get(name);
    if (seen !== undefined) return seen;
    known.set(name, fold.empty);
    const fragment = fragmentOf(name);
    const total = fragment ? visit(fragment.selectionSet, fragment.typeCondition.name.value) : fold.empty;
    known.set(name, total);
    return total;
  };
  return visit(set, parentType);
}
