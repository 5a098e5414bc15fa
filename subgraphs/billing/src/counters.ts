import { Counter, register } from 'prom-client';
import type { BillingCounters } from './operations/billing-desk.ts';

const WEBHOOKS = 'modu_billing_webhooks_total';

/** What `/metrics` shows of billing; made once for a process, however many modules of ours run in it. */
export function billingCounters(): BillingCounters {
  const known = register.getSingleMetric(WEBHOOKS) as Counter<'outcome'> | undefined;
  const help = 'Webhooks of the payment provider by what became of them.';
  const webhooks = known ?? new Counter({ name: WEBHOOKS, help, labelNames: ['outcome'] });
  return { webhook: (outcome) => webhooks.inc({ outcome }) };
}
