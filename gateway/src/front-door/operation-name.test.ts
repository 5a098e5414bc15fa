import { afterAll, beforeAll, expect, it } from 'vitest';
import { runGateway } from '../../testing/run-gateway.ts';
import type { RunningGateway } from '../../testing/run-gateway.ts';

const DEAR = '{ images(first: 100) { edges { node { asset { id } } } } }';

let house: RunningGateway;

beforeAll(async () => {
  house = await runGateway({ OPERATION_COST_MAX: '300' });
});

afterAll(() => house.stop());

async function ask(query: string, operationName?: string) {
  const authorization = `Bearer ${await house.world.accessToken()}`;
  const response = await house.post({ query, operationName }, { authorization });
  return { status: response.status, text: await response.text() };
}

it('an empty name of an operation is none: it costs what the operation costs, and spoils nothing for who gives no name', async () => {
  expect((await ask(DEAR)).text).toContain('LIMIT_EXCEEDED');
  expect((await ask(DEAR, '')).text).toContain('LIMIT_EXCEEDED');

  const plain = '{ queue { depth } }';
  expect((await ask(plain, '')).status).toBe(200);
  expect((await ask(plain)).status).toBe(200);
});
