import { createLogger } from '@modu/logger';
import { createTaskQueue } from '@modu/tasks';
import type { PaymentProvider } from '../src/domain/payment/provider.ts';
import type { ChangedTerms } from '../src/operations/apply-records.ts';
import type { BillingDesk } from '../src/operations/billing-desk.ts';
import type { BillingStore } from '../src/store/database.ts';
import { openTestStore } from './open-test-store.ts';

export interface TestDesk extends BillingDesk {
  readonly store: BillingStore;
  /** What was announced, in order. */
  readonly announced: ChangedTerms[];
  /** What became of webhooks, in order. */
  readonly outcomes: string[];
  readonly log: string[];
  close(): Promise<void>;
}

/** A desk on a database of its own: real queue and ledger, a clock and a provider of the test's choice. */
export async function openTestDesk(
  url: string,
  { now, provider = null }: { readonly now?: () => Date; readonly provider?: PaymentProvider | null } = {},
): Promise<TestDesk> {
  const [announced, outcomes, log]: [ChangedTerms[], string[], string[]] = [[], [], []];
  const store = await openTestStore(url, now);
  const logger = createLogger({ level: 'info', destination: { write: (line: string) => void log.push(line) } });
  const queue = await createTaskQueue({ databaseUrl: url, logger });
  return {
    store,
    announced,
    outcomes,
    log,
    ledger: store.ledger,
    queue,
    provider,
    announce: async (changed) => void announced.push(changed),
    emailOf: async (userId) => `${userId}@example.test`,
    publicUrl: 'https://studio.example.test',
    counters: { webhook: (outcome) => void outcomes.push(outcome) },
    logger,
    close: async () => {
      await queue.close();
      await store.close();
    },
  };
}
