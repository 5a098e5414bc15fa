import { createOperations } from '@modu/federation';
import { createLogger } from '@modu/logger';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startStandIns } from '../../testing/stand-ins.ts';
import type { StandIns } from '../../testing/stand-ins.ts';
import { createGraph } from '../execution/graph.ts';
import type { Graph } from '../execution/graph.ts';
import type { RequestContext } from '../execution/request-context.ts';
import { createStreamPlanner } from './plan-stream.ts';
import { createStreams } from './streams.ts';

let world: StandIns;
let graph: Graph;

beforeAll(async () => {
  world = await startStandIns();
  graph = createGraph({ ...world, metrics: { fetched: () => undefined } });
});

afterAll(async () => {
  await graph.stop();
  await world.stop();
});

it('a stream that cannot be opened takes no place among those that its person may hold', () => {
  const streams = createStreams({ ...world, graph });
  const plan = createStreamPlanner(graph).plan('subscription ($id: ID!) { jobProgress(id: $id) { id } }', undefined);
  if ('errors' in plan) throw new Error('It was not planned.');
  const viewer = { kind: 'user', userId: 'u1', role: 'MEMBER', locale: 'en' } as const;
  const variables: Record<string, unknown> = { id: 'j1' };
  variables['id'] = variables;

  expect(() => streams.open({ plan, variables, viewer, traceId: 't1' })).toThrow('circular');
  expect(streams.openCount()).toBe(0);
});

it.each([
  ['on the field', 'jobUpdates @include(if: $on) { id }'],
  ['on a fragment around it', '... on Subscription @skip(if: $on) { jobUpdates { id } }'],
  ['inside a fragment', '...Updates'],
])('a subscription whose one field may be left out is refused as the specification says: %s', (_where, selection) => {
  const query = `subscription ($on: Boolean!) { ${selection} }
    ${selection.includes('...Updates') ? 'fragment Updates on Subscription { jobUpdates @include(if: $on) { id } }' : ''}`;
  const found = graph.operations.find({ query });

  expect(found).toMatchObject({ refused: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
});

it('a document that cannot be planned is our failure: said without its reason, logged with it', async () => {
  const lines: string[] = [];
  const logger = createLogger({ destination: { write: (line: string) => void lines.push(line) } });
  const own = createGraph({ ...world, logger, metrics: { fetched: () => undefined } });
  const operations = createOperations<RequestContext>({
    ...own,
    names: new Set(),
    fetch: () => Promise.reject(new Error('nothing is fetched')),
    plan: () => {
      throw new Error('no path to Subgraph(jobs)');
    },
  });
  const planned = createStreamPlanner({ ...own, operations }).plan('subscription { jobUpdates { id } }', undefined);
  await own.stop();

  expect(planned).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL' } }] });
  expect(JSON.stringify(planned)).not.toContain('no path');
  expect(lines.filter((line) => line.includes('no path to Subgraph(jobs)'))).toHaveLength(1);
});
