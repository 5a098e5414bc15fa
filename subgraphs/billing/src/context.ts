import type { BaseContext } from '@modu/subgraph';
import DataLoader from 'dataloader';
import type { CreditAccount } from './domain/account.ts';
import type { CreditEntry } from './domain/credit-entry.ts';
import { listReceipts } from './operations/list-receipts.ts';
import { readAccounts } from './operations/read-accounts.ts';
import type { BillingStore } from './store/database.ts';
import type { HistoryStore } from './store/history-store.ts';
import type { Ledger } from './store/ledger.ts';

export interface BillingContext extends BaseContext {
  readonly ledger: Ledger;
  readonly history: HistoryStore;
  readonly accounts: DataLoader<string, CreditAccount>;
  readonly receipts: DataLoader<string, readonly CreditEntry[]>;
}

const BATCH_MAX = 200;

/** What one request needs; its loaders see the ledger with the eyes of its viewer. */
export function createBillingContext(base: BaseContext, { ledger, history }: BillingStore): BillingContext {
  return {
    ...base,
    ledger,
    history,
    accounts: new DataLoader((userIds) => readAccounts(ledger, base.viewer, userIds), { maxBatchSize: BATCH_MAX }),
    receipts: new DataLoader((jobIds) => listReceipts(history, base.viewer, jobIds), { maxBatchSize: BATCH_MAX }),
  };
}
