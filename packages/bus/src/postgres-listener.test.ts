import { createLogger } from '@modu/logger';
import { testDatabase } from '@modu/testkit';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createPostgresListener } from './postgres-listener.ts';

const logger = createLogger({ level: 'silent' });
/** PostgreSQL refuses to listen to a channel without a name, on a connection that is well. */
const REFUSED = '';
let database: Awaited<ReturnType<typeof testDatabase>>;
let server: pg.Client;

beforeAll(async () => {
  database = await testDatabase('listener');
  server = new pg.Client({ connectionString: database.url });
  await server.connect();
});
afterAll(async () => {
  await server.end();
  await database.drop();
});

async function expectConnections(applicationName: string, connections: number): Promise<void> {
  await vi.waitFor(
    async () => {
      const { rows } = await server.query('SELECT 1 FROM pg_stat_activity WHERE application_name = $1', [
        applicationName,
      ]);
      expect(rows).toHaveLength(connections);
    },
    { timeout: 10_000, interval: 50 },
  );
}

function aListener(applicationName: string) {
  const heard: string[] = [];
  const onNotification = (channel: string, payload: string) => heard.push(`${channel}: ${payload}`);
  const listener = createPostgresListener({ url: database.url, logger, applicationName, onNotification });
  return { heard, listener };
}

describe('a listener that may not listen', () => {
  it('leaves no connection behind', async () => {
    const { listener } = aListener('refused-at-first');

    await expect(listener.listen(REFUSED)).rejects.toMatchObject({ code: 'UNREACHABLE' });
    await expect(listener.listen(REFUSED)).rejects.toMatchObject({ code: 'UNREACHABLE' });

    await expectConnections('refused-at-first', 0);
    await listener.listen('news');
    await expectConnections('refused-at-first', 1);
    await listener.close();
    await expectConnections('refused-at-first', 0);
  });

  it('hears what it listened to before, and once', async () => {
    const { heard, listener } = aListener('refused-later');
    await listener.listen('news');

    await expect(listener.listen(REFUSED)).rejects.toMatchObject({ code: 'UNREACHABLE' });
    await vi.waitFor(() => listener.listen('weather'), { timeout: 10_000, interval: 50 });
    await expectConnections('refused-later', 1);
    await server.query(`NOTIFY news, 'rain'; NOTIFY weather, 'also rain'`);

    await vi.waitFor(() => expect(heard).toContain('weather: also rain'), { timeout: 10_000, interval: 50 });
    expect(heard).toEqual(['news: rain', 'weather: also rain']);
    await listener.close();
    await expectConnections('refused-later', 0);
  });
});
