import type { Logger } from '@modu/logger';
import { fileURLToPath } from 'node:url';
import { createPool, migrate } from '@modu/postgres';
import type { Pool } from 'pg';

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** Connects to the database of documents, which is brought up to date first. */
export async function openDatabase(url: string, options: { applicationName: string; logger: Logger }): Promise<Pool> {
  await migrate({ url, dir: MIGRATIONS, logger: options.logger });
  return createPool({ url, ...options });
}
