import type { FetchSubgraph, PreparedFetch, SubgraphAnswer } from '../fetching/subgraph-call.ts';
import { stringText } from '../json-text.ts';
import { entityErrors, fetchFailure, rootErrors } from './fetch-errors.ts';
import { copy, merge } from './merge.ts';
import type { FetchNode } from './query-plan.ts';
import { gatherRepresentations } from './gather.ts';
import { compileRepresentation } from './representation.ts';
import { compileRewrites, renamesOf } from './rewrites.ts';
import { isFields } from './run.ts';
import type { Fields, Run, Step } from './run.ts';
import type { IsOfType } from './type-conditions.ts';

export interface FetchTools<Context> {
  readonly fetch: FetchSubgraph<Context>;
  readonly isOfType: IsOfType;
  /** Fetches whose one answer may not be shared between the objects that asked the same. */
  readonly copying: ReadonlySet<FetchNode>;
}

/** Compiles a fetch of root fields or of entities. A failure becomes an error of the run: the rest of the plan goes on. */
export function compileFetch<Context>(node: FetchNode, tools: FetchTools<Context>): Step<Context> {
  if (node.contextRewrites?.length) throw new Error('Plans with @fromContext are not supported.');
  return node.requires ? compileEntityFetch(node, tools) : compileRootFetch(node, tools);
}

function prepare({ serviceName, operation, operationName, operationKind }: FetchNode): PreparedFetch {
  const name = operationName ? `,"operationName":${JSON.stringify(operationName)}` : '';
  const bodyHead = `{"query":${JSON.stringify(operation)}${name},"variables":`;
  return { subgraph: serviceName, query: operation, operationName, operationKind, bodyHead };
}

/** Writes the members of the variables that a fetch uses; without braces. */
function compileVariables(names: readonly string[]): (variables: Readonly<Record<string, unknown>>) => string {
  if (names.length === 0) return () => '';
  const heads = names.map((name) => [name, `${stringText(name)}:`] as const);
  return (variables) => {
    let text = '';
    for (const [name, head] of heads) {
      if (!Object.hasOwn(variables, name) || variables[name] === undefined) continue;
      text += `${text && ','}${head}${JSON.stringify(variables[name])}`;
    }
    return text;
  };
}

function compileRootFetch<Context>(node: FetchNode, { fetch, isOfType }: FetchTools<Context>): Step<Context> {
  const prepared = prepare(node);
  const variablesOf = compileVariables(node.variableUsages ?? []);
  const rewrite = compileRewrites(node.outputRewrites, isOfType);
  const renames = renamesOf(node.outputRewrites);
  return async (run, cursor) => {
    if (run.signal?.aborted) return;
    const call = {
      fetch: prepared,
      variables: `{${variablesOf(run.variables)}}`,
      context: run.context,
      signal: run.signal,
    };
    const answer = await ask(fetch, call, run, prepared);
    if (answer?.errors)
      run.errors.push(...rootErrors(answer.errors, { subgraph: prepared.subgraph, cursor, run, renames }));
    if (!isFields(answer?.data)) return void (run.hasGaps = true);
    rewrite?.(answer.data);
    for (const [index, target] of cursor.objects.entries())
      merge(target, index === 0 ? answer.data : copy(answer.data));
  };
}

function compileEntityFetch<Context>(node: FetchNode, tools: FetchTools<Context>): Step<Context> {
  const { fetch, isOfType } = tools;
  const prepared = prepare(node);
  const variablesOf = compileVariables(node.variableUsages ?? []);
  const representationOf = compileRepresentation(node.requires ?? [], {
    isOfType,
    rewrite: compileRewrites(node.inputRewrites, isOfType),
  });
  const rewrite = compileRewrites(node.outputRewrites, isOfType);
  const renames = renamesOf(node.outputRewrites);
  const copies = tools.copying.has(node);
  return async (run, cursor) => {
    if (run.signal?.aborted) return;
    const groups: number[][] = [];
    const representations = gatherRepresentations(cursor.objects, representationOf, groups);
    if (groups.length === 0) return;
    const others = variablesOf(run.variables);
    const variables = `{${others}${others && ','}"representations":[${representations}]}`;
    const answer = await ask(
      fetch,
      { fetch: prepared, variables, context: run.context, signal: run.signal },
      run,
      prepared,
    );
    if (answer?.errors) {
      run.errors.push(...entityErrors(answer.errors, { subgraph: prepared.subgraph, cursor, run, renames, groups }));
    }
    if (!isFields(answer?.data)) return void (run.hasGaps = true);
    const entities = answer.data['_entities'];
    if (!Array.isArray(entities) || entities.length !== groups.length) {
      run.errors.push(fetchFailure(new Error(`Expected ${groups.length} entities.`), prepared.subgraph));
      return void (run.hasGaps = true);
    }
    const spreading = { objects: cursor.objects, rewrite, isOfType, copies };
    for (let index = 0; index < groups.length; index++) {
      const entity: unknown = entities[index];
      if (isFields(entity)) spread(entity, groups[index] as readonly number[], spreading);
      else run.hasGaps ||= answer.errors !== undefined;
    }
  };
}

interface Spread {
  readonly objects: readonly Fields[];
  readonly rewrite: ((value: unknown) => void) | undefined;
  readonly isOfType: IsOfType;
  readonly copies: boolean;
}

/** Gives what an entity brought to each of the objects that asked for it. */
function spread(entity: Fields, targets: readonly number[], { objects, rewrite, isOfType, copies }: Spread): void {
  const first = objects[targets[0] as number] as Fields;
  if (!entity['__typename'] || knowsBetter(first, entity, isOfType)) entity['__typename'] = first['__typename'];
  rewrite?.(entity);
  for (let at = 0; at < targets.length; at++) {
    const last = at === targets.length - 1;
    merge(objects[targets[at] as number] as Fields, copies && !last ? copy(entity) : entity);
  }
}

/** A subgraph that has an interface as an object names the interface; who knows the concrete type keeps it. */
function knowsBetter(target: Fields, entity: Fields, isOfType: IsOfType): boolean {
  const [known, told] = [target['__typename'], entity['__typename']];
  return typeof known === 'string' && typeof told === 'string' && known !== told && isOfType(known, told);
}

async function ask<Context>(
  fetch: FetchSubgraph<Context>,
  call: Parameters<FetchSubgraph<Context>>[0],
  run: Run<Context>,
  { subgraph }: PreparedFetch,
): Promise<SubgraphAnswer | undefined> {
  try {
    return await fetch(call);
  } catch (error) {
    run.errors.push(fetchFailure(error, subgraph));
    return undefined;
  }
}
