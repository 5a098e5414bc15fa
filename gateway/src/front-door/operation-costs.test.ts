import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Viewer } from '@modu/viewer';
import { buildSchema } from 'graphql';
import { expect, it, vi } from 'vitest';
import { createFrontDoor } from './front-door.ts';
import { createOperationCosts } from './operation-costs.ts';
import type { OperationCosts } from './operation-costs.ts';
import { createRateLimits } from './rate-limits.ts';

const schema = buildSchema('type Query { a: Int }');
/** Of letters that take two bytes each. */
const longOne = (count: number) => `{ a } # ${count} ${'가'.repeat(100_000)}`;

/** A front door where everybody may have so much prepared, and spend so much, in a minute. */
async function frontDoorOf(costs: OperationCosts, perMinute: number) {
  const rules = { anonymousPerMinute: perMinute, viewerPerMinute: perMinute };
  return createFrontDoor({
    trusted: { find: () => undefined, has: () => false, nameOf: () => undefined } as never,
    costs,
    costMax: 1_000,
    rates: await createRateLimits(rules, { kind: 'memory' }),
    preparing: await createRateLimits(rules, { kind: 'memory' }),
    isReady: () => false,
  });
}

it('documents are remembered by their length: of those that are long, few', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const costs = createOperationCosts(schema);
  // As it comes from outside: a text of its own, in one piece.
  const ask = (count: number) => {
    const { query } = JSON.parse(JSON.stringify({ query: longOne(count) })) as { query: string };
    costs.of({ query, operationName: undefined, variables: {} });
  };
  ask(0);
  collect();
  const { heapUsed: before } = process.memoryUsage();
  for (let count = 1; count <= 300; count += 1) ask(count);
  collect();

  expect(process.memoryUsage().heapUsed - before).toBeLessThan(30_000_000);
});

it('who has spent what reading costs is turned away before anything is read', async () => {
  const costs = createOperationCosts(schema);
  const of = vi.spyOn(costs, 'of');
  const viewer: Viewer = { kind: 'user', userId: 'minji', role: 'MEMBER', locale: 'ko' };
  const frontDoor = await frontDoorOf(costs, 20_000);
  const admitted: boolean[] = [];
  for (let count = 0; count < 5; count += 1)
    admitted.push((await frontDoor.admit({ body: { query: longOne(count) }, viewer, address: '10.0.0.1' })).ok);

  expect(admitted).toEqual([true, false, false, false, false]);
  expect(of).toHaveBeenCalledOnce();
});

it('a document dearer to prepare than a whole minute is still prepared once a minute', async () => {
  const frontDoor = await frontDoorOf(createOperationCosts(schema), 50);
  const viewer: Viewer = { kind: 'user', userId: 'jun', role: 'MEMBER', locale: 'ko' };
  const ask = (query: string) => frontDoor.admit({ body: { query }, viewer, address: '10.0.0.1' });

  expect(await ask(`{ a } # ${'x'.repeat(200)}`)).toMatchObject({ ok: true });
  expect(await ask('{ a }')).toMatchObject({ status: 429 });
});
