import { createLogger } from '@modu/logger';
import { testDatabase } from '@modu/testkit';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { describeBus } from '../testing/bus-contract.ts';
import { createMemoryBus, createPostgresBus, createRedisBus, defineChannel } from './index.ts';

const logger = createLogger({ level: 'silent' });
const redisUrl = process.env['REDIS_URL'] ?? '';

describe('the bus in memory', () => {
  describeBus(async () => {
    const bus = createMemoryBus({ logger });
    return { here: bus, there: bus };
  });

  it('refuses to publish once it is closed', async () => {
    const bus = createMemoryBus({ logger });
    await bus.close();

    await expect(bus.publish(defineChannel('test', z.string()), 'x')).rejects.toMatchObject({ code: 'CLOSED' });
  });
});

describe('the bus over PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;

  beforeAll(async () => {
    database = await testDatabase('bus');
  });

  afterAll(() => database.drop());

  describeBus(async () => ({
    here: createPostgresBus({ url: database.url, logger }),
    there: createPostgresBus({ url: database.url, logger }),
  }));

  it('listens again after the server ended its connections', async () => {
    const channel = defineChannel('test.reconnect', z.int());
    const [bus, other] = [
      createPostgresBus({ url: database.url, logger }),
      createPostgresBus({ url: database.url, logger }),
    ];
    const heard: number[] = [];
    let gaps = 0;
    bus.onGap(() => (gaps += 1));
    await bus.subscribe(channel, (number) => heard.push(number));

    await endConnections(database.url);

    let number = 0;
    await vi.waitFor(
      async () => {
        await other.publish(channel, ++number);
        expect(heard.length).toBeGreaterThan(0);
      },
      { timeout: 10_000, interval: 100 },
    );
    expect(gaps).toBe(1);
    await Promise.all([bus.close(), other.close()]);
  });

  it('brings a message to its own process at once, and once', async () => {
    const channel = defineChannel('test.own', z.int());
    const bus = createPostgresBus({ url: database.url, logger });
    const other = createPostgresBus({ url: database.url, logger });
    const heard: number[] = [];
    const heardThere: number[] = [];
    await bus.subscribe(channel, (number) => heard.push(number));
    await other.subscribe(channel, (number) => heardThere.push(number));

    const sent = bus.publish(channel, 1);
    await Promise.resolve();
    expect(heard).toEqual([1]);
    await sent;
    await other.publish(channel, 2);
    await vi.waitFor(() =>
      expect([heard, heardThere.toSorted()]).toEqual([
        [1, 2],
        [1, 2],
      ]),
    );
    await Promise.all([bus.close(), other.close()]);
  });

  it('says so when the server is not there', async () => {
    const bus = createPostgresBus({ url: 'postgresql://nobody:x@127.0.0.1:1/none', logger });
    const channel = defineChannel('test.nobody', z.int());

    await expect(bus.publish(channel, 1)).rejects.toMatchObject({ code: 'UNREACHABLE' });
    await expect(bus.subscribe(channel, () => undefined)).rejects.toMatchObject({ code: 'UNREACHABLE' });
    await bus.close();
  });
});

describe.runIf(redisUrl)('the bus over Redis', () => {
  describeBus(async () => ({
    here: createRedisBus({ url: redisUrl, logger }),
    there: createRedisBus({ url: redisUrl, logger }),
  }));
});

async function endConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'modu-bus%' AND datname = current_database()",
  );
  await client.end();
}
