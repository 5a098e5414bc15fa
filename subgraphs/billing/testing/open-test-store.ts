import { createLogger } from '@modu/logger';
import { openBillingStore } from '../src/store/database.ts';
import type { BillingStore } from '../src/store/database.ts';

/** A ledger on a database of its own, with a clock that the test may set. */
export function openTestStore(url: string, now?: () => Date): Promise<BillingStore> {
  return openBillingStore({ url, logger: createLogger({ level: 'error' }), ...(now ? { now } : {}) });
}
