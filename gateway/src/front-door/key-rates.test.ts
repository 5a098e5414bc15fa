import { createPool } from '@modu/postgres';
import { testDatabase } from '@modu/testkit';
import { afterAll, describe, expect, it } from 'vitest';
import { createKeyRates } from './key-rates.ts';
import type { RateStore } from './rate-limits.ts';

const database = await testDatabase('key-rates');
const pool = createPool({ url: database.url, max: 2, applicationName: 'key rates test' });
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const stores: [string, RateStore][] = [
  ['memory', { kind: 'memory' }],
  ['PostgreSQL', { kind: 'postgres', pool }],
];

describe.each(stores)('the requests of a key counted in %s', (_name, store) => {
  it('are as many in a minute as the key may make, each key for itself', async () => {
    const rates = await createKeyRates(store);
    const ask = (id: string, requestsPerMinute = 3) => rates.consume({ id, requestsPerMinute });

    expect([await ask('a'), await ask('a'), await ask('a')]).toEqual([0, 0, 0]);
    const waitMs = await ask('a');
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThanOrEqual(60_000);
    expect(await ask('b')).toBe(0);
    expect(await ask('a', 100)).toBe(0);
  });
});

it('are counted by all gateways together where they share a store', async () => {
  const gateways = await Promise.all([1, 2, 3].map(() => createKeyRates({ kind: 'postgres', pool })));
  const key = { id: 'shared', requestsPerMinute: 10 };
  const answers = await Promise.all(
    gateways.flatMap((gateway) => Array.from({ length: 10 }, () => gateway.consume(key))),
  );

  expect(answers.filter((waitMs) => waitMs === 0)).toHaveLength(10);
});
