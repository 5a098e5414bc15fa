import type { BaseContext } from '@modu/subgraph';
import DataLoader from 'dataloader';
import type { CreditAccount } from './domain/account.ts';
import type { CreditEntry } from './domain/credit-entry.ts';
import type { BillingDesk } from './operations/billing-desk.ts';
import { listReceipts } from './operations/list-receipts.ts';
import { readAccounts } from './operations/read-accounts.ts';
import { readStandings } from './operations/read-standings.ts';
import type { ShownStanding } from './operations/read-standings.ts';
import type { HistoryStore } from './store/history-store.ts';
import type { Ledger } from './store/ledger.ts';

export interface BillingContext extends BaseContext {
  readonly desk: BillingDesk;
  readonly ledger: Ledger;
  readonly history: HistoryStore;
  readonly accounts: DataLoader<string, CreditAccount>;
  readonly standings: DataLoader<string, ShownStanding>;
  readonly receipts: DataLoader<string, readonly CreditEntry[]>;
}

const BATCH_MAX = 200;

/** What one request needs; its loaders see the ledger with the eyes of its viewer. */
export function createBillingContext(base: BaseContext, desk: BillingDesk, history: HistoryStore): BillingContext {
  const { viewer } = base;
  const { ledger } = desk;
  const options = { maxBatchSize: BATCH_MAX };
  return {
    ...base,
    desk,
    ledger,
    history,
    accounts: new DataLoader((userIds) => readAccounts(ledger, viewer, userIds), options),
    standings: new DataLoader((userIds) => readStandings(ledger, viewer, userIds), options),
    receipts: new DataLoader((jobIds) => listReceipts(history, viewer, jobIds), options),
  };
}
