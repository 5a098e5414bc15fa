import { Counter, Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';

it('shows what the modules count beside the process itself', async () => {
  const ofBilling = new Registry();
  new Counter({ name: 'modu_billing_webhooks_total', help: 'Webhooks.', registers: [ofBilling] }).inc(3);
  const metrics = createMetrics([ofBilling]);
  metrics.observe({ route: 'gateway', status: 200, seconds: 0.01 });

  const text = await metrics.text();

  expect(text).toContain('modu_billing_webhooks_total 3');
  expect(text).toContain('modu_http_requests_total{route="gateway",status="200"} 1');
  expect(text).toContain('process_cpu_seconds_total');
});
