import { fileURLToPath } from 'node:url';
import type { Logger } from '@modu/logger';
import { createPool, migrate } from '@modu/postgres';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { PrismaClient } from './generated/client.ts';
import { createJobReads } from './job-reads.ts';
import type { JobReads } from './job-reads.ts';

export interface JobsDatabase {
  /** For transactions that also enqueue, and for questions that Prisma can't ask. */
  readonly pool: Pool;
  readonly reads: JobReads;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));
const WRITERS_MAX = 10;
const READERS_MAX = 4;
const STATEMENT_TIMEOUT_MS = 20_000;

/** Brings the database to its newest shape, then opens it. */
export async function openJobsDatabase({
  url,
  logger,
  statementTimeoutMs = STATEMENT_TIMEOUT_MS,
}: {
  url: string;
  logger: Logger;
  statementTimeoutMs?: number;
}): Promise<JobsDatabase> {
  await migrate({ url, dir: MIGRATIONS, logger });
  const pool = createPool({ url, max: WRITERS_MAX, applicationName: 'modu-jobs', logger });
  const prisma = new PrismaClient({
    adapter: new PrismaPg(
      createPool({ url, max: READERS_MAX, applicationName: 'modu-jobs-reads', logger, statementTimeoutMs }),
      { disposeExternalPool: true },
    ),
  });
  return {
    pool,
    reads: createJobReads(prisma),
    ping: async () => void (await pool.query('SELECT 1')),
    close: async () => {
      await Promise.all([pool.end(), prisma.$disconnect()]);
    },
  };
}
