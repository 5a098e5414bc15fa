import { createMemoryBus, createPostgresBus, createRedisBus } from '@modu/bus';
import type { Bus } from '@modu/bus';
import type { Logger } from '@modu/logger';
import { createDatabaseIfMissing } from '@modu/postgres';
import type { HostSettings } from './settings.ts';

/**
 * Redis where there is one, else PostgreSQL, also for everything in one process: nobody says here whether a second one of the
 * kind runs beside it, on the same databases.
 */
export function chooseBus({ BUS, REDIS_URL }: { BUS?: string | undefined; REDIS_URL?: string | undefined }): string {
  return BUS || (REDIS_URL ? 'redis' : 'postgres');
}

export async function createBus(settings: HostSettings, logger: Logger): Promise<Bus> {
  const driver = chooseBus(settings);
  if (driver === 'memory') return createMemoryBus({ logger });
  const url = driver === 'redis' ? settings.REDIS_URL : settings.JOBS_DATABASE_URL;
  if (!url) throw new Error(`The bus "${driver}" has no address.`);
  if (driver === 'redis') return createRedisBus({ url, logger });
  // Processes start in any order: one that only listens may be here before jobs has made its database.
  await createDatabaseIfMissing(url);
  return createPostgresBus({ url, logger });
}
