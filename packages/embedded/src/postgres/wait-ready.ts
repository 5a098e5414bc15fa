import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const CONNECT_TIMEOUT_MS = 2_000;
const READY_TIMEOUT_MS = 60_000; // Crash recovery of a large database comes before the first query.
const POLL_MS = 15;
const WRONG_PASSWORD = '28P01';
const NOT_YET = new Set(['ECONNREFUSED', 'ECONNRESET', '57P03']);

/** Settles when a query is answered. Gives up at the deadline, on a wrong password, and when `isGone` says so. */
export async function waitUntilReady(url: string, isGone: () => boolean): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    const failure = await tryQuery(url);
    if (failure === undefined || isGone()) return;
    if (failure.code === WRONG_PASSWORD) {
      throw new Error('PostgreSQL refuses the password kept beside its data: the two do not belong together.');
    }
    const isWorthRetrying = NOT_YET.has(failure.code ?? '') || /timeout|terminated/i.test(failure.message);
    if (!isWorthRetrying || Date.now() > deadline) throw failure;
    await sleep(POLL_MS);
  }
}

async function tryQuery(url: string): Promise<(Error & { code?: string }) | undefined> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: CONNECT_TIMEOUT_MS,
  });
  client.on('error', () => {}); // The server went away in between: the next try tells.
  try {
    await client.connect();
    await client.query('SELECT 1');
    return undefined;
  } catch (error) {
    return error as Error & { code?: string };
  } finally {
    await client.end().catch(() => {});
  }
}
