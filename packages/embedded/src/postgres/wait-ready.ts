import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@modu/logger';
import pg from 'pg';

export interface Readiness {
  readonly url: string;
  /** True when the process is no more: nothing is waited for then. */
  readonly isGone: () => boolean;
  readonly logger: Logger;
  readonly stopping?: AbortSignal | undefined;
  readonly silenceMaxMs?: number;
}

const CONNECT_TIMEOUT_MS = 2_000;
const SILENCE_MAX_MS = 60_000;
const POLL_MS = 15;
const POLL_LONG_MS = 250;
const TELL_EVERY_MS = 60_000;
const WRONG_PASSWORD = '28P01';
/** It lives, and says why it takes no sessions: it starts, recovers after a crash, or writes its last checkpoint. */
const CANNOT_CONNECT_NOW = '57P03';
const NOT_YET = new Set(['ECONNREFUSED', 'ECONNRESET', CANNOT_CONNECT_NOW]);

/**
 * Settles when a query is answered, or when `isGone` says so. A server that says that it is busy with itself is waited for
 * without end: recovery that is broken off begins anew at the next start, and might never finish. Throws on a wrong
 * password, when nothing is heard for too long, and when stopped.
 */
export async function waitUntilReady({ url, isGone, logger, stopping, ...options }: Readiness): Promise<void> {
  const { silenceMaxMs = SILENCE_MAX_MS } = options;
  const since = Date.now();
  let heardAt = since;
  let toldAt = since;
  for (;;) {
    stopping?.throwIfAborted();
    const failure = await tryQuery(url);
    if (failure === undefined || isGone()) return;
    assertWorthRetrying(failure);
    const now = Date.now();
    if (failure.code === CANNOT_CONNECT_NOW) heardAt = now;
    else if (now - heardAt > silenceMaxMs) throw failure;
    if (now - toldAt > TELL_EVERY_MS) {
      toldAt = now;
      const waitedSeconds = Math.round((now - since) / 1000);
      logger.warn({ waitedSeconds, reason: failure.message }, 'PostgreSQL takes no sessions yet: it is waited for');
    }
    // The first moments count at every start; who has been busy for long is not worn out by questions.
    await sleep(now - since > TELL_EVERY_MS ? POLL_LONG_MS : POLL_MS);
  }
}

function assertWorthRetrying(failure: Error & { code?: string }): void {
  if (failure.code === WRONG_PASSWORD) {
    throw new Error('PostgreSQL refuses the password kept beside its data: the two do not belong together.');
  }
  if (!NOT_YET.has(failure.code ?? '') && !/timeout|terminated/i.test(failure.message)) throw failure;
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
