import { Counter, Registry } from 'prom-client';
import type { BillingCounters } from './operations/billing-desk.ts';

/** What `/metrics` shows of a module of billing, by whose name it begins. */
export function billingCounters(module: string): BillingCounters & { readonly registry: Registry } {
  const registry = new Registry();
  const webhooks = new Counter({
    name: `modu_${module.replaceAll('-', '_')}_webhooks_total`,
    help: 'Webhooks of the payment provider by what became of them.',
    labelNames: ['outcome'],
    registers: [registry],
  });
  return { registry, webhook: (outcome) => webhooks.inc({ outcome }) };
}
