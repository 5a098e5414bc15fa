import { Gauge, Registry } from 'prom-client';
import type { MailStore } from '../store/mail-store.ts';

/** What `/metrics` shows of letters where they are sent: one that waits for long is a person who cannot get in. */
export function mailMetrics(store: Pick<MailStore, 'oldestWaitMs'>): Registry {
  const registry = new Registry();
  new Gauge({
    name: 'modu_identity_mail_oldest_wait_seconds',
    help: 'How long the oldest letter that is not sent yet has waited; those older than a day are left.',
    registers: [registry],
    async collect() {
      this.set((await store.oldestWaitMs()) / 1_000);
    },
  });
  return registry;
}
