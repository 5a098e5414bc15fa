import { createPool } from '@modu/postgres';
import { testDatabase } from '@modu/testkit';
import type { Viewer } from '@modu/viewer';
import { ANONYMOUS } from '@modu/viewer';
import { afterAll, describe, expect, it } from 'vitest';
import { createRateLimits } from './rate-limits.ts';
import type { RateStore } from './rate-limits.ts';

const rules = { anonymousPerMinute: 10, viewerPerMinute: 100 };
const person = (userId: string): Viewer => ({ kind: 'user', userId, role: 'MEMBER', locale: 'ko' });

const database = await testDatabase('rates');
const pool = createPool({ url: database.url, max: 2, applicationName: 'rate limits test' });
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const stores: [string, RateStore][] = [
  ['memory', { kind: 'memory' }],
  ['PostgreSQL', { kind: 'postgres', pool }],
];

describe.each(stores)('spending counted in %s', (_name, store) => {
  it('is limited by address for nobody in particular, and says when there is some again', async () => {
    const rates = await createRateLimits(rules, store);
    const arrival = { viewer: ANONYMOUS, address: '10.0.0.1', cost: 4 };

    expect(await rates.spend(arrival)).toEqual({ ok: true });
    expect(await rates.spend(arrival)).toEqual({ ok: true });
    const third = await rates.spend(arrival);
    expect(third).toMatchObject({ ok: false });
    expect(third.ok || third.retryAfterMs).toBeGreaterThan(30_000);
    expect(await rates.spend({ ...arrival, address: '10.0.0.2' })).toEqual({ ok: true });
  });

  it('is limited by name for people, wherever they ask from', async () => {
    const rates = await createRateLimits(rules, store);
    const ask = (userId: string, address: string) => rates.spend({ viewer: person(userId), address, cost: 60 });

    expect(await ask('a', '10.0.0.1')).toEqual({ ok: true });
    expect(await ask('a', '10.0.0.9')).toMatchObject({ ok: false });
    expect(await ask('b', '10.0.0.9')).toEqual({ ok: true });
  });

  it('lets through one operation that is dearer than a minute', async () => {
    const rates = await createRateLimits(rules, store);

    expect(await rates.spend({ viewer: person('c'), address: '', cost: 5_000 })).toEqual({ ok: true });
    expect(await rates.spend({ viewer: person('c'), address: '', cost: 1 })).toMatchObject({ ok: false });
  });
});

it('a store that is down neither closes the door nor leaves it open', async () => {
  const gone = { query: () => Promise.reject(new Error('connection refused')) };
  const rates = await createRateLimits(rules, { kind: 'redis', client: gone });

  expect(await rates.spend({ viewer: ANONYMOUS, address: 'x', cost: 9 })).toEqual({ ok: true });
  expect(await rates.spend({ viewer: ANONYMOUS, address: 'x', cost: 9 })).toMatchObject({ ok: false });
});
