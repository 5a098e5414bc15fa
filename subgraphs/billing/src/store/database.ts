import { fileURLToPath } from 'node:url';
import type { Logger } from '@modu/logger';
import { createPool, migrate } from '@modu/postgres';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.ts';
import { createHistoryStore } from './history-store.ts';
import type { HistoryStore } from './history-store.ts';
import { createLedger } from './ledger.ts';
import type { Ledger } from './ledger.ts';

export interface BillingStore {
  readonly ledger: Ledger;
  readonly history: HistoryStore;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface BillingStoreOptions {
  readonly url: string;
  readonly logger: Logger;
  readonly now?: () => Date;
  /** How long reading history may take. */
  readonly statementTimeoutMs?: number;
}

const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));
/**
 * The ledger finds everything by a key. A connection plans its statements once, often while the tables are still empty: it
 * would choose to read them whole, and go on doing so when they have grown.
 */
const BY_KEY = { enable_seqscan: 'off' };
const WRITERS_MAX = 10;
const READERS_MAX = 4;
const STATEMENT_TIMEOUT_MS = 20_000;

/** Brings the database to its newest shape, then opens it. */
export async function openBillingStore(options: BillingStoreOptions): Promise<BillingStore> {
  const { url, logger, now = () => new Date(), statementTimeoutMs = STATEMENT_TIMEOUT_MS } = options;
  await migrate({ url, dir: MIGRATIONS, logger });
  const applicationName = 'modu-billing';
  const pool = createPool({ url, max: WRITERS_MAX, applicationName, logger, serverSettings: BY_KEY });
  const prisma = new PrismaClient({
    adapter: new PrismaPg(
      createPool({ url, max: READERS_MAX, applicationName: 'modu-billing-history', logger, statementTimeoutMs }),
      { disposeExternalPool: true },
    ),
  });
  return {
    ledger: createLedger(pool, now),
    history: createHistoryStore(prisma),
    ping: async () => void (await pool.query('SELECT 1')),
    close: async () => {
      await Promise.all([pool.end(), prisma.$disconnect()]);
    },
  };
}
