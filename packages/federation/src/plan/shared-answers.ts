import { Kind, parse } from 'graphql';
import type { SelectionSetNode } from 'graphql';
import type { FetchNode, PlanNode } from './query-plan.ts';
import { renamesOf } from './rewrites.ts';
import type { PathPart } from './run.ts';

/**
 * Equal representations are asked for once; their one answer is then merged into every object that asked. Its nested
 * objects may be shared between those, unless another fetch of the plan writes into the same nested objects from elsewhere:
 * what it writes for one would appear in the other. This finds, once a plan, the fetches that must hand out copies.
 */
export function findFetchesThatCopy(root: PlanNode): ReadonlySet<FetchNode> {
  const written = new Map<string, number>();
  const paths = new Map<FetchNode, ReadonlySet<string>>();
  forEachFetch(root, [], (fetch, at) => {
    const own = nestedPaths(fetch, at);
    paths.set(fetch, own);
    for (const path of own) written.set(path, (written.get(path) ?? 0) + 1);
  });
  const copying = new Set<FetchNode>();
  for (const [fetch, own] of paths) {
    if ([...own].some((path) => (written.get(path) ?? 0) > 1)) copying.add(fetch);
  }
  return copying;
}

function forEachFetch(
  node: PlanNode,
  at: readonly PathPart[],
  visit: (fetch: FetchNode, at: readonly PathPart[]) => void,
): void {
  if (node.kind === 'Fetch') visit(node, at);
  else if (node.kind === 'Flatten')
    forEachFetch(node.node, [...at, ...node.path.filter((part) => part !== '@')], visit);
  else if (node.kind === 'Condition') {
    for (const clause of [node.ifClause, node.elseClause]) if (clause) forEachFetch(clause, at, visit);
  } else if (node.kind !== 'Defer') {
    for (const child of node.nodes) forEachFetch(child, at, visit);
  }
}

/** Where, from the root of the answer, a fetch writes objects below the ones it was asked for. */
function nestedPaths(fetch: FetchNode, at: readonly PathPart[]): ReadonlySet<string> {
  const renames = renamesOf(fetch.outputRewrites);
  const document = parse(fetch.operation, { noLocation: true });
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition.selectionSet);
  }
  const found = new Set<string>();
  const walk = (set: SelectionSetNode, path: readonly PathPart[]): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (fragment) walk(fragment, path);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, path);
      else if (selection.selectionSet) {
        const name = selection.alias?.value ?? selection.name.value;
        const below = selection.name.value === '_entities' ? path : [...path, renames.get(name) ?? name];
        if (selection.name.value !== '_entities') found.add(below.join('\0'));
        walk(selection.selectionSet, below);
      }
    }
  };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) walk(definition.selectionSet, at);
  }
  return found;
}
