import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { defineChannel } from '@modu/bus';
import type { Bus } from '@modu/bus';
import { defineModule } from '@modu/module';
import type { ModuleDefinition } from '@modu/module';
import { SettingsError } from '@modu/settings';
import { testDatabase } from '@modu/testkit';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { startHost } from './host.ts';

const settled = {
  PORT: '0',
  EMBEDDED: 'false',
  LOG_LEVEL: 'silent',
  INTERNAL_SECRET: 'a secret of this test, which is long enough',
};

const start = (environment: Record<string, string>, modules: readonly ModuleDefinition[]) =>
  startHost({
    environment: { ...settled, ...environment },
    dataDir: 'unused',
    load: () => Promise.resolve([...modules]),
  });

/** A module that writes down what happens to it. */
function witness(log: string[], begin: () => Promise<unknown> = () => Promise.resolve()) {
  return defineModule({
    name: 'jobs-tasks',
    settings: z.object({}),
    needs: [],
    start: async () => {
      log.push('started');
      await begin();
      return { stop: async () => void log.push('stopped') };
    },
  });
}

async function listenOn(server: Server, port = 0): Promise<number> {
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

describe('a host that cannot have its port', () => {
  it('starts nothing at all', async () => {
    const other = createServer();
    onTestFinished(() => void other.close());
    const port = await listenOn(other);
    const log: string[] = [];

    await expect(start({ BUS: 'memory', PORT: String(port) }, [witness(log)])).rejects.toMatchObject({
      code: 'EADDRINUSE',
      port,
    });
    expect(log).toEqual([]);
  });

  it('stops what it started when somebody took the port meanwhile', async () => {
    const other = createServer();
    onTestFinished(() => void other.close());
    const free = createServer();
    const port = await listenOn(free);
    free.close();
    const log: string[] = [];
    const meanwhile = witness(log, () => listenOn(other, port));

    await expect(start({ BUS: 'memory', PORT: String(port) }, [meanwhile])).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    expect(log).toEqual(['started', 'stopped']);
  });
});

describe('settings that are not right', () => {
  it('are told all at once, whoever reads them', async () => {
    const wrong = {
      TARGET: 'jobs-tasks,biling',
      LOG_LEVEL: 'loud',
      BUS: 'redis',
      PORT: 'x',
      POSTGRES_URL: 'db',
      RATE_STORE: 'redis',
    };
    const { gateway } = await import('@modu/gateway');
    const log: string[] = [];
    const error: unknown = await start(wrong, [gateway, witness(log)]).catch((reason: unknown) => reason);

    if (!(error instanceof SettingsError)) throw error;
    expect(error.problems.map(({ name, module }) => `${module}: ${name}`).toSorted()).toEqual([
      'gateway: REDIS_URL',
      'host: LOG_LEVEL',
      'host: PORT',
      'host: REDIS_URL',
      'host: TARGET',
      'servers: POSTGRES_URL',
    ]);
    expect(log).toEqual([]);
  });
});

describe('two hosts that each run everything, on the same databases', () => {
  const channel = defineChannel('test.two-hosts', z.string());
  const talker = (tell: (bus: Bus) => void) =>
    defineModule({
      name: 'talker',
      settings: z.object({}),
      needs: [],
      start: async (_, { bus }) => {
        tell(bus);
        return { stop: async () => undefined };
      },
    });

  it('hear what the other one tells, with no Redis and no setting', async () => {
    const database = await testDatabase('two-hosts');
    onTestFinished(() => database.drop());
    const buses: Bus[] = [];
    for (let count = 0; count < 2; count++) {
      const host = await start({ TARGET: 'all', JOBS_DATABASE_URL: database.url }, [talker((bus) => buses.push(bus))]);
      onTestFinished(() => host.stop());
    }
    const heard: string[] = [];
    for (const [index, bus] of buses.entries()) await bus.subscribe(channel, (text) => heard.push(`${index} ${text}`));

    await buses[0]?.publish(channel, 'a step of a job');

    await vi.waitFor(() => expect(heard.toSorted()).toEqual(['0 a step of a job', '1 a step of a job']));
  });
});
