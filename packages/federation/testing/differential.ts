import { isDeepStrictEqual } from 'node:util';
import { getOperationAST } from 'graphql';
import { compileOperation, withOwnNames } from '../src/index.ts';
import type { CompiledOperation } from '../src/index.ts';
import { createOperation, createVariables } from './operations.ts';
import { askOracle } from './oracle.ts';
import type { Answered, Asked } from './oracle.ts';
import { createRandom } from './random.ts';
import { NO_TROUBLE } from './subgraph-values.ts';
import type { Trouble } from './subgraph-values.ts';
import { createWorld } from './world.ts';
import { composeWorld } from './world-graph.ts';
import type { WorldGraph } from './world-graph.ts';

export interface Difference {
  /** World, operation and variant: enough to see it again. */
  readonly seeds: readonly [world: number, operation: number, variant: number];
  readonly operation: string;
  readonly ours: Answered;
  readonly theirs: Answered;
}

export interface Report {
  cases: number;
  worlds: number;
  withErrors: number;
  /** Apollo's executor gives errors of a list the wrong index when it skipped an element before (see `known-wrongs.test.ts`). */
  wrongIndexes: number;
  /** Apollo's executor orders fields otherwise than §6.3.2 when a field stands under a condition and without one. */
  wrongOrders: number;
  readonly differences: Difference[];
}

export interface Extent {
  readonly firstSeed: number;
  readonly cases: number;
  readonly operationsPerWorld?: number;
  readonly variantsPerOperation?: number;
}

/** Runs seeded worlds, operations and failures through both executors until there were enough cases. */
export async function runDifferential(extent: Extent): Promise<Report> {
  const { firstSeed, cases, operationsPerWorld = 14, variantsPerOperation = 16 } = extent;
  const report: Report = { cases: 0, worlds: 0, withErrors: 0, wrongIndexes: 0, wrongOrders: 0, differences: [] };
  for (let seed = firstSeed; report.cases < cases; seed++) {
    const graph = composeWorld(createWorld(seed));
    if ('errors' in graph) continue;
    report.worlds += 1;
    for (let number = 0; number < operationsPerWorld; number++) {
      await compareOperation(graph, { seed, number, variants: variantsPerOperation }, report);
    }
  }
  return report;
}

interface OneOperation {
  readonly seed: number;
  readonly number: number;
  readonly variants: number;
}

async function compareOperation(
  graph: WorldGraph,
  { seed, number, variants }: OneOperation,
  report: Report,
): Promise<void> {
  const made = createOperation(graph.schema, seed * 1_000 + number);
  if (!made) return;
  const operation = { ...made, document: withOwnNames(made.document, graph.names) };
  const plan = graph.plan(operation.document);
  if (plan.node?.kind === 'Subscription') return;
  const compiled = compileOperation<Trouble>({
    document: operation.document,
    operation: getOperationAST(operation.document)!,
    plan: plan.node,
    schema: graph.schema,
    supergraph: graph.supergraph,
    fetch: ({ fetch, variables, context }) =>
      graph.ask(fetch.subgraph, { query: fetch.query, variables: JSON.parse(variables) }, context),
  });
  for (let variant = 0; variant < variants; variant++) {
    const trouble = createTrouble(graph.subgraphs, { seed: seed * 100 + variant, calm: variant === 0 });
    const asked = { graph, operation, plan, variables: createVariables(seed * 77 + variant), trouble };
    const [ours, theirs] = [await askOurs(compiled, asked), await askOracle(asked)];
    report.cases += 1;
    if (theirs.errors.length > 0) report.withErrors += 1;
    if (isSame(ours, theirs)) continue;
    if (isSameButIndexes(ours, theirs)) report.wrongIndexes += 1;
    else if (isDeepStrictEqual(ours.data, theirs.data) && bag(ours).join() === bag(theirs).join())
      report.wrongOrders += 1;
    else {
      report.differences.push({ seeds: [seed, number, variant], operation: operation.text, ours, theirs });
    }
  }
}

function createTrouble(
  subgraphs: readonly string[],
  { seed, calm }: { readonly seed: number; readonly calm: boolean },
): Trouble {
  if (calm) return NO_TROUBLE;
  const random = createRandom(seed);
  const down = new Set(random.chance(0.25) ? [random.pick(subgraphs)] : []);
  return { seed, throwing: random.pick([0, 20, 100, 250]), nulls: random.pick([0, 50, 200]), down };
}

async function askOurs(compiled: CompiledOperation<Trouble>, { variables, trouble }: Asked): Promise<Answered> {
  const { data, errors } = await compiled.execute({ variables, context: trouble });
  return { data: data === undefined ? undefined : JSON.parse(data), errors };
}

/** Compared as text: the order of fields is part of an answer. Errors are compared as a bag of messages and paths. */
function isSame(ours: Answered, theirs: Answered): boolean {
  if (JSON.stringify(ours.data) !== JSON.stringify(theirs.data)) return false;
  return bag(ours).join('\n') === bag(theirs).join('\n');
}

function isSameButIndexes(ours: Answered, theirs: Answered): boolean {
  const [mine, others] = [ours, theirs].map((one) =>
    bag(one)
      .map((error) => error.replace(/,\d+/g, ',#'))
      .sort()
      .join('\n'),
  );
  return JSON.stringify(ours.data) === JSON.stringify(theirs.data) && mine === others;
}

export function bag({ errors }: Answered): string[] {
  return errors.map(({ message, path }) => `${message} at ${JSON.stringify(path)}`).sort();
}
