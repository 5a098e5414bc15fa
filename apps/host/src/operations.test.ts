import { createLogger } from '@modu/logger';
import { defineModule, startModules } from '@modu/module';
import type { Platform } from '@modu/module';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createMetrics } from './metrics.ts';
import { createOperations } from './operations.ts';

const logger = createLogger({ level: 'silent' });
const FROM_FAR = { 'x-forwarded-for': '203.0.113.7' };

/** Operations of a host whose one module is asked for its state, and says the same each time. */
async function operationsOf(ready: () => Promise<{ readonly ready: true }>, metricsToken?: string) {
  const jobs = defineModule({
    name: 'jobs',
    settings: z.object({}),
    needs: [],
    start: async () => ({ ready, stop: async () => {} }),
  });
  const modules = await startModules({ modules: [jobs], settings: {}, platform: { logger } as Platform });
  const metrics = createMetrics(modules, { logger });
  const operations = createOperations({ modules, metrics, metricsToken, isStopping: () => false });
  return async (headers: Record<string, string>) => {
    const answer = await operations('/ready', new Request('http://host/ready', { headers }));
    if (!answer) throw new Error('It was not answered.');
    return { status: answer.status, body: (await answer.json()) as unknown };
  };
}

const away = () => Promise.reject(new Error('connect ECONNREFUSED db.internal:5432'));

describe('whether this process is ready', () => {
  it('is all that somebody outside is told, never what the drivers say', async () => {
    const ask = await operationsOf(away);

    expect(await ask(FROM_FAR)).toEqual({ status: 503, body: { ready: false } });
  });

  it('is told with the state of each module to our own, and to who may read the metrics', async () => {
    const modules = { jobs: { ready: false, reason: 'connect ECONNREFUSED db.internal:5432' } };
    const whole = { status: 503, body: { ready: false, modules } };

    expect(await (await operationsOf(away))({})).toEqual(whole);
    const guarded = await operationsOf(away, 'a token of this test');
    expect(await guarded({ ...FROM_FAR, authorization: 'Bearer a token of this test' })).toEqual(whole);
    expect(await guarded({})).toEqual({ status: 503, body: { ready: false } });
  });

  it('is asked of the databases once, however many ask at the same time', async () => {
    let asked = 0;
    const ask = await operationsOf(async () => {
      asked += 1;
      return { ready: true };
    });

    const answers = await Promise.all(Array.from({ length: 100 }, () => ask(FROM_FAR)));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(asked).toBe(1);
  });
});
