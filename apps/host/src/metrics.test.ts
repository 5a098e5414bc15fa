import { createLogger } from '@modu/logger';
import type { RunningModules } from '@modu/module';
import { Counter, Gauge, Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';
import { observed } from './observed.ts';

const logger = createLogger({ level: 'silent' });
const stop = async () => {};
const READY = { ready: true } as const;

/** Metrics of a host in which a module counts what this collects. */
function metricsOf(collect: () => Promise<number>) {
  const [ofBilling, ofJobs] = [new Registry(), new Registry()];
  new Counter({ name: 'modu_billing_webhooks_total', help: 'Webhooks.', registers: [ofBilling] }).inc(3);
  new Gauge({
    name: 'modu_jobs_queued',
    help: 'Jobs.',
    registers: [ofJobs],
    async collect() {
      this.set(await collect());
    },
  });
  const running: RunningModules['running'] = new Map([
    ['billing', { metrics: ofBilling, stop }],
    ['jobs', { metrics: ofJobs, stop }],
  ]);
  const readiness = async () => ({ billing: READY, jobs: { ready: false, reason: 'its database is away' } as const });
  return createMetrics({ running, readiness }, { logger, timeoutMs: 50 });
}

it('shows what the modules count beside the process itself', async () => {
  const metrics = metricsOf(() => Promise.resolve(7));
  metrics.observe({ route: 'gateway', status: 200, seconds: 0.01 });

  const text = await metrics.text();

  expect(text).toContain('modu_billing_webhooks_total 3');
  expect(text).toContain('modu_jobs_queued 7');
  expect(text).toContain('modu_http_requests_total{route="gateway",status="200"} 1');
  expect(text).toContain('process_cpu_seconds_total');
  expect(text).toContain('modu_module_metrics_readable{module="jobs"} 1');
});

it('says of each module whether it is ready', async () => {
  const text = await metricsOf(() => Promise.resolve(7)).text();

  expect(text).toContain('modu_module_ready{module="billing"} 1');
  expect(text).toContain('modu_module_ready{module="jobs"} 0');
});

it.each([
  ['fails', () => Promise.reject(new Error('the database is away'))],
  ['never answers', () => new Promise<number>(() => {})],
])('says of a module whose reading %s that it is so, and all else as ever', async (_how, collect) => {
  const text = await metricsOf(collect).text();

  expect(text).toContain('modu_module_metrics_readable{module="jobs"} 0');
  expect(text).toContain('modu_module_metrics_readable{module="billing"} 1');
  expect(text).toContain('modu_billing_webhooks_total 3');
  expect(text).toContain('process_cpu_seconds_total');
  expect(text).not.toMatch(/^modu_jobs_queued/m);
});

it('counts a request that found no answer as the failure that its caller is told', async () => {
  const metrics = metricsOf(() => Promise.resolve(0));
  const observing = { metrics, route: 'identity', trust: 'public' } as const;
  const away = () => Promise.reject(new Error('the process at graph:4100 did not answer'));

  await expect(observed(new Request('http://host/auth/session'), observing, away)).rejects.toThrow('did not answer');

  const text = await metrics.text();
  expect(text).toContain('modu_http_requests_total{route="identity",status="502"} 1');
  expect(text).toContain('modu_http_request_duration_seconds_count{route="identity"} 1');
});
