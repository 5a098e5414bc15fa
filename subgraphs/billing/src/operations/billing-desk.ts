import type { Logger } from '@modu/logger';
import type { TaskQueue } from '@modu/tasks';
import type { PaymentProvider } from '../domain/payment/provider.ts';
import type { Ledger } from '../store/ledger.ts';
import type { TermsAnnouncer } from './apply-records.ts';

/** Counts what operators want to see; see `/metrics`. */
export interface BillingCounters {
  webhook(outcome: string): void;
}

/** What the operations on plans and payments work with. */
export interface BillingDesk {
  readonly ledger: Ledger;
  /** Null where no payments are set up: plans and packs can be looked at and not bought. */
  readonly provider: PaymentProvider | null;
  readonly queue: TaskQueue;
  readonly announce: TermsAnnouncer;
  /** A person's e-mail address, when identity tells it. */
  emailOf(userId: string): Promise<string | null>;
  readonly publicUrl: string;
  readonly counters: BillingCounters;
  readonly logger: Logger;
}
