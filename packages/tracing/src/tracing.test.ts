import { execFileSync } from 'node:child_process';
import { newTraceId, runWithTrace } from '@modu/logger';
import { createPool } from '@modu/postgres';
import { testDatabase } from '@modu/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startCollector } from '../testing/index.ts';
import type { Collector } from '../testing/index.ts';
import { inSpan, isTracing, startTracing, traceparent } from './index.ts';

let collector: Collector;

beforeEach(async () => {
  collector = await startCollector();
});

afterEach(() => collector.stop());

const start = (ratio = 1) => startTracing({ endpoint: collector.endpoint, serviceName: 'modu-test', ratio });
const named = (name: string) => collector.spans.find((span) => span.name === name);

describe('work that is traced', () => {
  it('is told to a collector under the trace id of its logs, each piece below the one that asked for it', async () => {
    const tracing = await start();
    const traceId = newTraceId();
    await runWithTrace(traceId, () =>
      inSpan('outer', { kind: 'server', attributes: { 'modu.cost': 3 } }, async () => {
        await Promise.all(['left', 'right'].map((side) => inSpan(side, {}, () => Promise.resolve(side))));
      }),
    );
    await tracing.stop();

    expect(collector.spans.map(({ name }) => name).sort()).toEqual(['left', 'outer', 'right']);
    expect(new Set(collector.spans.map((span) => span.traceId))).toEqual(new Set([traceId]));
    expect(named('outer')).toMatchObject({ service: 'modu-test', attributes: { 'modu.cost': 3 } });
    expect(named('left')?.parentSpanId).toBe(named('outer')?.spanId);
    expect(isTracing()).toBe(false);
  });

  it('goes on in another process below the span that sent it there', async () => {
    const tracing = await start();
    let sent: string | undefined;
    inSpan('here', { kind: 'client' }, () => void (sent = traceparent()));
    inSpan('there', { kind: 'server', parent: sent }, () => undefined);
    inSpan('forged', { parent: 'rubbish' }, () => undefined);
    await tracing.stop();

    expect(named('there')).toMatchObject({ traceId: named('here')?.traceId, parentSpanId: named('here')?.spanId });
    expect(named('forged')?.parentSpanId ?? '').toBe('');
  });

  it('tells that it failed and of what kind, not what was said', async () => {
    const tracing = await start();
    const failing = inSpan('failing', {}, () => Promise.reject(new RangeError('of somebody’s secret')));
    await expect(failing).rejects.toThrow(RangeError);
    await tracing.stop();

    expect(named('failing')).toMatchObject({ status: { code: 2 }, attributes: { 'error.type': 'RangeError' } });
    expect(JSON.stringify(collector.spans)).not.toContain('secret');
  });

  it('is only the share of all traces that is asked for', async () => {
    const tracing = await start(0);
    inSpan('left out', {}, () => undefined);
    await tracing.stop();

    expect(collector.spans).toEqual([]);
  });
});

describe('statements', () => {
  it('are spans of the work that sent them, also when it waited for a connection; values are not told', async () => {
    const database = await testDatabase('tracing');
    const pool = createPool({ url: database.url, applicationName: 'tracing-test', max: 1 });
    const tracing = await start();
    await pool.query('SELECT 0');
    await Promise.all(
      ['first', 'second'].map((name) =>
        inSpan(name, {}, () => pool.query('SELECT $1::text AS said', [`${name} secret`])),
      ),
    );
    await expect(inSpan('wrong', {}, () => pool.query('SELEKT'))).rejects.toThrow('syntax');
    await tracing.stop();
    await pool.end();
    await database.drop();

    const selects = collector.spans.filter(({ name }) => name === 'sql SELECT');
    expect(selects.map((span) => span.parentSpanId).sort()).toEqual(
      [named('first')?.spanId, named('second')?.spanId].sort(),
    );
    expect(selects[0]?.attributes['db.query.text']).toBe('SELECT $1::text AS said');
    expect(named('sql SELEKT')).toMatchObject({ status: { code: 2 }, parentSpanId: named('wrong')?.spanId });
    expect(JSON.stringify(collector.spans)).not.toContain('secret');
  });
});

describe('a process that does not trace', () => {
  it('loads nothing of OpenTelemetry', () => {
    const script = `
      import { createRequire } from 'node:module';
      import { inSpan } from ${JSON.stringify(new URL('index.ts', import.meta.url).href)};
      inSpan('work', {}, () => undefined);
      const loaded = Object.keys(createRequire(import.meta.url).cache).filter((path) => /opentelemetry|[/]pg[/]/.test(path));
      console.log(JSON.stringify(loaded));`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
    expect(JSON.parse(printed)).toEqual([]);
  });
});
