import type { Logger } from '@modu/logger';
import pg from 'pg';
import { notePool } from './census.ts';
import { columnTypes } from './safe-integer.ts';
import { ANSWER_GRACE_MS, WaryClient } from './silence.ts';

export interface PoolOptions {
  readonly url: string;
  /** Connections at most; a request that finds none free waits for `CONNECT_TIMEOUT_MS`, then fails. */
  readonly max?: number;
  /** Shown in `pg_stat_activity`, so that a slow query can be traced to its module. */
  readonly applicationName: string;
  readonly logger?: Logger;
  /** The server cancels a statement after this time. */
  readonly statementTimeoutMs?: number;
  /** The server ends a connection whose transaction waits for us this long. */
  readonly idleInTransactionMs?: number;
  /** Settings of the server for these connections, as `{ enable_seqscan: 'off' }`; from the code, never from outside. */
  readonly serverSettings?: Readonly<Record<string, string>>;
}

const CONNECT_TIMEOUT_MS = 10_000;
const STATEMENT_TIMEOUT_MS = 30_000;
/** A transaction that waits for our own code longer than this holds locks for nothing. */
const IDLE_IN_TRANSACTION_MS = 60_000;
const IDLE_CONNECTION_MS = 30_000;
const MAX_DEFAULT = 10;

/**
 * A pool with a deadline on everything: connecting, statements, idle transactions. `bigint` comes as a number.
 * A connection that breaks while idle is logged and replaced; it never brings the process down.
 */
export function createPool({
  url,
  max = MAX_DEFAULT,
  applicationName,
  logger,
  statementTimeoutMs = STATEMENT_TIMEOUT_MS,
  idleInTransactionMs = IDLE_IN_TRANSACTION_MS,
  serverSettings = {},
}: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    Client: WaryClient,
    connectionString: url,
    max,
    application_name: applicationName,
    options: Object.entries(serverSettings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + ANSWER_GRACE_MS,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    idleTimeoutMillis: IDLE_CONNECTION_MS,
    keepAlive: true,
    types: columnTypes,
  });
  notePool(pool, applicationName);
  pool.on('error', (error) => logger?.warn({ err: error, applicationName }, 'an idle database connection broke'));
  return pool;
}
