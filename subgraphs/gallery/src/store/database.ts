import { createPool } from '@modu/postgres';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.ts';

export type GalleryDatabase = PrismaClient;

const CONNECTIONS_MAX = 10;
const STATEMENT_TIMEOUT_MS = 30_000;
/** Many short statements: helpers and compilation cost more than they bring, and the matches of a word must fit exactly. */
const SHORT_STATEMENTS = { jit: 'off', max_parallel_workers_per_gather: '0', work_mem: '32MB' };

/** Waiting for a connection, each statement and each transaction ends after some seconds. */
export function openDatabase(
  url: string,
  { statementTimeoutMs = STATEMENT_TIMEOUT_MS }: { readonly statementTimeoutMs?: number } = {},
): GalleryDatabase {
  const named = { url, max: CONNECTIONS_MAX, applicationName: 'modu-gallery' };
  const pool = createPool({ ...named, statementTimeoutMs, serverSettings: SHORT_STATEMENTS });
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 20_000 } });
}
