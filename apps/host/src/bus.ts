import { createMemoryBus, createPostgresBus, createRedisBus } from '@modu/bus';
import type { Bus } from '@modu/bus';
import type { Logger } from '@modu/logger';
import { createDatabaseIfMissing } from '@modu/postgres';
import type { HostSettings } from './settings.ts';

type Driver = NonNullable<HostSettings['BUS']>;

/** Several processes need a bus between them; one process needs none. */
export function chooseBus({ BUS, REDIS_URL, TARGET }: Pick<HostSettings, 'BUS' | 'REDIS_URL' | 'TARGET'>): Driver {
  if (BUS) return BUS;
  if (REDIS_URL) return 'redis';
  return TARGET.trim() === 'all' ? 'memory' : 'postgres';
}

export async function createBus(settings: HostSettings, logger: Logger): Promise<Bus> {
  const driver = chooseBus(settings);
  if (driver === 'memory') return createMemoryBus({ logger });
  const url = driver === 'redis' ? settings.REDIS_URL : settings.JOBS_DATABASE_URL;
  if (!url) throw new Error(`The bus "${driver}" needs ${driver === 'redis' ? 'REDIS_URL' : 'JOBS_DATABASE_URL'}.`);
  if (driver === 'redis') return createRedisBus({ url, logger });
  // Processes start in any order: one that only listens may be here before jobs has made its database.
  await createDatabaseIfMissing(url);
  return createPostgresBus({ url, logger });
}
