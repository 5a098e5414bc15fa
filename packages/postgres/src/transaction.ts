import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { isSilence } from './silence.ts';

export interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
  /** Runs of `work` at most, the first included. */
  readonly attemptsMax?: number;
}

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const ATTEMPTS_MAX = 5;
const BACKOFF_BASE_MS = 10;

/**
 * Runs `work` between BEGIN and COMMIT on one connection; any error rolls back and is thrown on.
 * A serialization failure or deadlock runs `work` again from the start, so it must have no effects outside the transaction.
 */
export function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
  { isolation = 'read committed', attemptsMax = ATTEMPTS_MAX }: TransactionOptions = {},
): Promise<T> {
  return repeatConflicts(() => runOnce(pool, work, isolation), { attemptsMax });
}

interface Repeating {
  /** Whether the database broke the work off for the sake of another's. */
  readonly isConflict?: (error: unknown) => boolean;
  readonly attemptsMax?: number;
}

/** Runs a transaction again, a few times, when the database broke it off for the sake of another. For clients of other kinds. */
export async function repeatConflicts<T>(
  runTransaction: () => Promise<T>,
  { isConflict = isRetryable, attemptsMax = ATTEMPTS_MAX }: Repeating = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runTransaction();
    } catch (error) {
      if (attempt >= attemptsMax || !isConflict(error)) throw error;
      // Jitter, or two transactions that met once meet again.
      await sleep(BACKOFF_BASE_MS * 2 ** attempt * Math.random());
    }
  }
}

async function runOnce<T>(pool: Pool, work: (client: PoolClient) => Promise<T>, isolation: string): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error): void => {
    broken = error; // The query under way rejects with it too; without a listener it would end the process.
  };
  client.on('error', onError);
  try {
    await client.query(`BEGIN ISOLATION LEVEL ${isolation}`);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // Who has gone silent is not asked again: without its connection the server rolls back by itself.
    if (isSilence(error)) broken = error;
    else
      await client.query('ROLLBACK').catch((failure: Error) => {
        broken = failure;
      });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

function isRetryable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === SERIALIZATION_FAILURE || code === DEADLOCK;
}
