import { createBatches } from '@modu/batches';
import type { Pool } from 'pg';

const KEYS_MAX = 200;
const READS_AT_ONCE_MAX = 4;
const WAITING_MAX = 20_000;

/** Reads rows by key: whoever asks while a read is under way shares the next one. Never answers from an earlier read. */
export function batchReads<Row>(
  read: (pool: Pool, keys: readonly string[]) => Promise<ReadonlyMap<string, Row>>,
): (pool: Pool, key: string) => Promise<Row | undefined> {
  const byPool = new WeakMap<Pool, (key: string) => Promise<Row | undefined>>();
  const open = (pool: Pool) =>
    createBatches<string, Row | undefined>({
      run: async (keys) => {
        const found = await read(pool, [...new Set(keys)]);
        return keys.map((key) => found.get(key));
      },
      ...{ itemsMax: KEYS_MAX, atOnceMax: READS_AT_ONCE_MAX, waitingMax: WAITING_MAX },
      overloaded: () => new Error(`More than ${WAITING_MAX} reads are waiting.`),
      // What the database refuses to one it refuses to all.
      mayBeOnes: () => false,
    });
  return (pool, key) => {
    const ask = byPool.get(pool) ?? open(pool);
    byPool.set(pool, ask);
    return ask(key);
  };
}
