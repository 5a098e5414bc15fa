import { createDatabaseIfMissing, createPool } from '@modu/postgres';
import { Redis } from 'ioredis';
import type { RateStore } from './rate-limits.ts';

interface StoreSettings {
  readonly RATE_STORE?: 'memory' | 'redis' | 'postgres' | undefined;
  readonly REDIS_URL?: string | undefined;
  readonly GATEWAY_DATABASE_URL?: string | undefined;
}

export interface OpenRateStore {
  readonly store: RateStore;
  close(): Promise<void>;
}

const REDIS_TIMEOUT_MS = 500;

/**
 * Opens what the settings name: Redis where there is one, else this process's memory.
 * Throws when a store is asked for whose address is missing.
 */
export async function openRateStore(settings: StoreSettings): Promise<OpenRateStore> {
  const { RATE_STORE, REDIS_URL, GATEWAY_DATABASE_URL } = settings;
  const kind = RATE_STORE ?? (REDIS_URL ? 'redis' : 'memory');
  if (kind === 'memory') return { store: { kind }, close: () => Promise.resolve() };
  if (kind === 'redis') return openRedis(REDIS_URL);
  if (!GATEWAY_DATABASE_URL) throw new Error('RATE_STORE=postgres needs GATEWAY_DATABASE_URL.');
  await createDatabaseIfMissing(GATEWAY_DATABASE_URL);
  const pool = createPool({ url: GATEWAY_DATABASE_URL, max: 4, applicationName: 'gateway' });
  return { store: { kind, pool }, close: () => pool.end() };
}

function openRedis(url: string | undefined): OpenRateStore {
  if (!url) throw new Error('RATE_STORE=redis needs REDIS_URL.');
  const client = new Redis(url, {
    enableOfflineQueue: false,
    commandTimeout: REDIS_TIMEOUT_MS,
    maxRetriesPerRequest: 1,
  });
  // Spending is counted in memory while Redis is away; ioredis reconnects by itself.
  client.on('error', () => undefined);
  return { store: { kind: 'redis', client }, close: async () => client.disconnect() };
}
