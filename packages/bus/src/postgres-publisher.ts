import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@modu/logger';
import pg from 'pg';
import { BusError } from './bus-error.ts';

interface Outgoing {
  readonly channel: string;
  readonly payload: string;
  readonly sent: () => void;
  readonly failed: (error: Error) => void;
}

export interface PostgresPublisher {
  /** Resolves once the server has the message. */
  send(message: { readonly channel: string; readonly payload: string }): Promise<void>;
  close(): Promise<void>;
}

const QUEUE_MAX = 10_000;
const BATCH_MAX = 200;
const TIMEOUT_MS = 5_000;
/** From one batch to the next: what comes within it goes together. Each is a transaction, and the next ones wait for it. */
const EVERY_MS = 4;
/** Evaluated row by row in the order given. A message is gone with the server that had it, so nobody waits for the disk. */
const NOTIFY = `SELECT pg_notify(m.channel, m.payload), set_config('synchronous_commit', 'off', true)
  FROM (SELECT * FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS t(channel, payload, n) ORDER BY n) m`;

/** Sends in batches, one at a time, so that the order of a publisher's messages is kept. */
export function createPostgresPublisher({ url, logger }: { url: string; logger: Logger }): PostgresPublisher {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'modu-bus',
    max: 1,
    keepAlive: true,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
  });
  pool.on('error', (error) => logger.debug({ err: error }, 'the publishing connection broke'));
  const queue: Outgoing[] = [];
  let draining: Promise<void> | undefined;
  let closed = false;

  let nextAtMs = 0;
  const drain = async () => {
    while (queue.length > 0) {
      const earlyMs = Math.ceil(nextAtMs - performance.now());
      if (earlyMs > 0 && queue.length < BATCH_MAX) await delay(earlyMs);
      nextAtMs = performance.now() + EVERY_MS;
      await sendBatch(pool, queue.splice(0, BATCH_MAX));
    }
    draining = undefined;
  };

  return {
    send: ({ channel, payload }) => {
      if (closed) return Promise.reject(new BusError('CLOSED', 'The bus is closed.'));
      if (queue.length >= QUEUE_MAX) {
        return Promise.reject(new BusError('OVERLOADED', `${QUEUE_MAX} messages wait to be sent.`));
      }
      return new Promise<void>((sent, failed) => {
        queue.push({ channel, payload, sent, failed });
        draining ??= drain();
      });
    },
    close: async () => {
      closed = true;
      await draining;
      await pool.end();
    },
  };
}

async function sendBatch(pool: pg.Pool, batch: readonly Outgoing[]): Promise<void> {
  try {
    await pool.query(NOTIFY, [batch.map(({ channel }) => channel), batch.map(({ payload }) => payload)]);
    for (const { sent } of batch) sent();
  } catch (error) {
    const failure = new BusError('UNREACHABLE', 'PostgreSQL did not take the message.', { cause: error });
    for (const { failed } of batch) failed(failure);
  }
}
