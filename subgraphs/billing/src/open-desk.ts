import type { Platform } from '@modu/module';
import { createServiceCaller } from '@modu/network';
import { createTaskQueue } from '@modu/tasks';
import type { Registry } from 'prom-client';
import { termsChangedChannel } from './contracts.ts';
import { billingCounters } from './counters.ts';
import type { PaymentProvider } from './domain/payment/provider.ts';
import type { BillingDesk } from './operations/billing-desk.ts';
import type { BillingSettings } from './settings.ts';
import { openBillingStore } from './store/database.ts';
import type { BillingStore } from './store/database.ts';
import { createEmailReader } from './store/identity-client.ts';
import { createLemonSqueezy } from './store/lemon-squeezy/provider.ts';
import { readLemonSqueezy } from './store/lemon-squeezy/settings.ts';

export interface OpenDesk extends BillingDesk {
  readonly store: BillingStore;
  readonly metrics: Registry;
  close(): Promise<void>;
}

/** Database, queue and payment provider for the operations. `supervise`: this process also looks after lapsed leases. */
export async function openDesk(
  settings: BillingSettings,
  { logger, bus, network, identity }: Platform,
  { module, supervise }: { readonly module: string; readonly supervise: boolean },
): Promise<OpenDesk> {
  const store = await openBillingStore({ url: settings.BILLING_DATABASE_URL, logger });
  const queue = await createTaskQueue({ databaseUrl: settings.BILLING_DATABASE_URL, logger, supervise });
  const counters = billingCounters(module);
  return {
    store,
    ledger: store.ledger,
    queue,
    provider: openProvider(settings),
    announce: ({ userId, version, terms: { tier, storageBytes } }) =>
      bus.publish(termsChangedChannel, { userId, version, tier, storageBytes }).catch((error: unknown) => {
        logger.warn({ err: error, userId }, 'new terms were not announced; copies of the old ones age out');
      }),
    emailOf: createEmailReader(createServiceCaller({ service: 'billing', network, identity }), logger),
    publicUrl: settings.PUBLIC_URL,
    counters,
    metrics: counters.registry,
    logger,
    close: async () => {
      await queue.close();
      await store.close();
    },
  };
}

function openProvider(settings: BillingSettings): PaymentProvider | null {
  const lemonSqueezy = readLemonSqueezy(settings);
  return lemonSqueezy ? createLemonSqueezy(lemonSqueezy) : null;
}
