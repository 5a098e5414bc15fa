import type { Logger } from '@modu/logger';
import { createPool, migrate } from '@modu/postgres';
import type { Pool } from 'pg';

const MIGRATIONS = new URL('../migrations', import.meta.url).pathname;

/** Connects to the database of documents, which is brought up to date first. */
export async function openDatabase(url: string, options: { applicationName: string; logger: Logger }): Promise<Pool> {
  await migrate({ url, dir: MIGRATIONS, logger: options.logger });
  return createPool({ url, ...options });
}
