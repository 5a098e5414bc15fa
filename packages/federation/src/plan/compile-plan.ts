import { compileFetch } from './compile-fetch.ts';
import type { FetchTools } from './compile-fetch.ts';
import { collectAt } from './flatten.ts';
import type { ConditionNode, FlattenNode, PlanNode } from './query-plan.ts';
import { findFetchesThatCopy } from './shared-answers.ts';
import type { Cursor, Fields, Step } from './run.ts';

/** Compiles a plan to closures, once: running it walks no plan and looks up no type. */
export function compilePlan<Context>(root: PlanNode, tools: Omit<FetchTools<Context>, 'copying'>): Step<Context> {
  return compileNode(root, { ...tools, copying: findFetchesThatCopy(root) });
}

function compileNode<Context>(node: PlanNode, tools: FetchTools<Context>): Step<Context> {
  switch (node.kind) {
    case 'Fetch':
      return compileFetch(node, tools);
    case 'Sequence':
      return inSequence(node.nodes.map((child) => compileNode(child, tools)));
    case 'Parallel':
      return inParallel(node.nodes.map((child) => compileNode(child, tools)));
    case 'Flatten':
      return compileFlatten(node, tools);
    case 'Condition':
      return compileCondition(node, tools);
    case 'Defer':
      throw new Error('Plans with @defer are not supported.');
  }
}

function inSequence<Context>(steps: readonly Step<Context>[]): Step<Context> {
  return async (run, cursor) => {
    for (const step of steps) await step(run, cursor);
  };
}

function inParallel<Context>(steps: readonly Step<Context>[]): Step<Context> {
  return async (run, cursor) => {
    await Promise.all(steps.map(async (step) => step(run, cursor)));
  };
}

function compileFlatten<Context>(node: FlattenNode, tools: FetchTools<Context>): Step<Context> {
  const { path } = node;
  const step = compileNode(node.node, tools);
  return (run, cursor) => {
    const objects: Fields[] = [];
    for (const object of cursor.objects) collectAt(object, path, objects);
    const below: Cursor = { objects, path: cursor.path.length > 0 ? [...cursor.path, ...path] : path };
    return objects.length > 0 ? step(run, below) : undefined;
  };
}

function compileCondition<Context>(node: ConditionNode, tools: FetchTools<Context>): Step<Context> {
  const { condition, ifClause, elseClause } = node;
  const whenTrue = ifClause && compileNode(ifClause, tools);
  const whenFalse = elseClause && compileNode(elseClause, tools);
  return (run, cursor) => (run.variables[condition] === true ? whenTrue : whenFalse)?.(run, cursor);
}
