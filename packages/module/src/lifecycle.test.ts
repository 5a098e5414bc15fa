import { createLogger } from '@modu/logger';
import { createNetwork } from '@modu/network';
import { createIdentityTokens } from '@modu/viewer';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineModule, startModules, startOrder } from './index.ts';
import type { ModuleDefinition, Platform, RunningModule } from './index.ts';

const platform: Platform = {
  logger: createLogger({ level: 'silent' }),
  network: createNetwork(),
  identity: createIdentityTokens('a secret of this test, which is long enough'),
  bus: {
    publish: async () => {},
    subscribe: async () => async () => {},
    onGap: () => () => {},
    close: async () => {},
  },
};

/** A module that writes down what happens to it. */
function module(name: string, needs: string[], log: string[], own: Partial<RunningModule> & { fails?: boolean } = {}) {
  const { fails, ...running } = own;
  return defineModule({
    name,
    settings: z.object({}),
    needs,
    start: async () => {
      if (fails) throw new Error(`${name} is broken`);
      log.push(`start ${name}`);
      return { stop: async () => void log.push(`stop ${name}`), ...running };
    },
  });
}

const start = (modules: ModuleDefinition[], stopTimeoutMs = 1_000) =>
  startModules({ modules, settings: {}, platform, stopTimeoutMs });

describe('modules', () => {
  it('start after what they need and stop in reverse', async () => {
    const log: string[] = [];
    const modules = await start([
      module('gateway', ['jobs'], log),
      module('jobs', ['billing'], log),
      module('billing', [], log),
    ]);
    await modules.stop();

    expect(log).toEqual(['start billing', 'start jobs', 'start gateway', 'stop gateway', 'stop jobs', 'stop billing']);
  });

  it('do not wait for what runs in another process', () => {
    expect(startOrder([{ name: 'gateway', needs: ['jobs'] }]).map((one) => one.name)).toEqual(['gateway']);
  });

  it('refuse to need each other in a circle, and name the circle', () => {
    const circle = [
      { name: 'a', needs: ['b'] },
      { name: 'b', needs: ['c'] },
      { name: 'c', needs: ['a'] },
    ];

    expect(() => startOrder(circle)).toThrow('a → b → c → a');
  });

  it('run whole or not at all: when one fails, those before it are stopped again', async () => {
    const log: string[] = [];
    const starting = start([module('billing', [], log), module('jobs', ['billing'], log, { fails: true })]);

    await expect(starting).rejects.toThrow('"jobs" did not start');
    expect(log).toEqual(['start billing', 'stop billing']);
  });

  it('stop before the deadline or are left behind, and the others stop all the same', async () => {
    const log: string[] = [];
    const stuck = module('jobs', ['billing'], log, { stop: () => new Promise(() => {}) });
    const modules = await start([module('billing', [], log), stuck], 50);
    await modules.stop();

    expect(log).toEqual(['start billing', 'start jobs', 'stop billing']);
  });

  it('stop once, however often they are told', async () => {
    const log: string[] = [];
    const modules = await start([module('billing', [], log)]);
    await Promise.all([modules.stop(), modules.stop()]);

    expect(log.filter((line) => line.startsWith('stop'))).toHaveLength(1);
  });

  it('say whether they are ready, each for itself', async () => {
    const modules = await start([
      module('billing', [], []),
      module('jobs', [], [], { ready: async () => ({ ready: false, reason: 'no database' }) }),
      module('assets', [], [], { ready: () => Promise.reject(new Error('bucket is gone')) }),
      module('gallery', [], [], { ready: () => new Promise(() => {}) }),
    ]);

    expect(await modules.readiness()).toEqual({
      billing: { ready: true },
      jobs: { ready: false, reason: 'no database' },
      assets: { ready: false, reason: 'bucket is gone' },
      gallery: { ready: false, reason: 'did not answer within a second' },
    });
    await modules.stop();
  });
});
