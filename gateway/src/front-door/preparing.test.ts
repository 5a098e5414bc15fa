import { readFileSync } from 'node:fs';
import { createOperations } from '@modu/federation';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runGateway } from '../../testing/run-gateway.ts';
import type { RunningGateway } from '../../testing/run-gateway.ts';
import { loadSupergraph } from '../execution/supergraph.ts';

let house: RunningGateway;

beforeAll(async () => {
  house = await runGateway({ RATE_PREPARING_PER_MINUTE: '1000' });
});

afterAll(() => house.stop());

async function ask(userId: string, query: string): Promise<number> {
  const authorization = `Bearer ${await house.world.accessToken({ userId })}`;
  return (await house.post({ query }, { authorization })).status;
}

const unlike = (name: string) => `{ ${name}: queue { depth } }`;

describe('somebody whose every document is a new one', () => {
  it('soon has to wait, while what was asked before runs on, and others have documents of their own', async () => {
    const answers: number[] = [];
    for (let count = 0; count < 12; count += 1) answers.push(await ask('u1', unlike(`n${count}`)));

    expect(answers).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429]);
    expect(await ask('u1', unlike('n3'))).toBe(200);
    expect(await ask('u2', unlike('n3'))).toBe(200);
    expect(await ask('u2', unlike('m1'))).toBe(200);
  });

  it('pays for documents that are refused, and more for large ones', async () => {
    const large = (name: string) => `{ ${name}: queue { ${'depth running '.repeat(15)} } }`;

    expect(await ask('u3', '{ nothing }')).toBe(400);
    expect(await ask('u3', large('n1'))).toBe(200);
    expect(await ask('u3', large('n2'))).toBe(200);
    expect(await ask('u3', large('n3'))).toBe(429);
    expect(await ask('u3', '{ nothing }')).toBe(400);
  });
});

it('what is remembered is bounded by the length of the documents too', () => {
  const loaded = loadSupergraph(readFileSync(new URL('../../supergraph.graphql', import.meta.url), 'utf8'));
  const fetch = () => Promise.resolve({ data: null });
  const operations = createOperations<never>({ ...loaded, fetch, charactersMax: 1_000 });
  const long = (name: string) => ({ query: `${unlike(name)} # ${'x'.repeat(400)}` });
  for (const name of ['a', 'b', 'c']) operations.find(long(name));

  expect(['a', 'b', 'c'].map((name) => operations.isReady(long(name)))).toEqual([false, true, true]);
});

it('what is kept is planned once, however much else is asked', () => {
  const loaded = loadSupergraph(readFileSync(new URL('../../supergraph.graphql', import.meta.url), 'utf8'));
  const plan = vi.fn(loaded.plan);
  const fetch = () => Promise.resolve({ data: null });
  const operations = createOperations<never>({ ...loaded, plan, fetch, operationsMax: 2 });
  const ours = { query: '{ queue { depth } }' };
  operations.keep(ours);
  for (let count = 0; count < 5; count += 1) operations.find({ query: unlike(`n${count}`) });
  plan.mockClear();

  expect(operations.isReady(ours)).toBe(true);
  expect('operation' in operations.find(ours)).toBe(true);
  expect(plan).not.toHaveBeenCalled();
  expect(operations.isReady({ query: unlike('n0') })).toBe(false);
});
