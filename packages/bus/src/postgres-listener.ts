import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@modu/logger';
import pg from 'pg';
import { BusError } from './bus-error.ts';

export interface ListenerOptions {
  readonly url: string;
  readonly logger: Logger;
  readonly applicationName: string;
  onNotification(channel: string, payload: string): void;
  /** The connection was lost and is back: what was notified in between never arrived. */
  onReconnect?(): void;
}

/** LISTEN on one dedicated connection that is made again whenever it breaks. Needs a session, so no transaction pooler. */
export interface PostgresListener {
  /** @throws BusError UNREACHABLE when the server does not answer in time. */
  listen(channel: string): Promise<void>;
  unlisten(channel: string): Promise<void>;
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 10_000;
const HEARTBEAT_MS = 10_000;
const BACKOFF_MS = [50, 100, 250, 500, 1_000, 2_000, 5_000];

/** Connects at the first `listen`. */
export function createPostgresListener(options: ListenerOptions): PostgresListener {
  const { logger } = options;
  const channels = new Set<string>();
  const closing = new AbortController();
  let connection: Promise<pg.Client> | undefined;

  const connected = () => (connection ??= connect(options, { channels, onLost: reconnect }));
  /** Another may have been begun meanwhile. */
  const forget = (broken: Promise<pg.Client> | undefined) => {
    if (connection === broken) connection = undefined;
  };

  async function reconnect(): Promise<void> {
    connection = undefined;
    for (let attempt = 0; !closing.signal.aborted; attempt++) {
      const begun = connected();
      try {
        await begun;
        options.onReconnect?.();
        return;
      } catch (error) {
        forget(begun);
        const waitMs = BACKOFF_MS[Math.min(attempt, BACKOFF_MS.length - 1)] ?? 0;
        logger.warn({ err: error, waitMs }, 'the listening connection could not be made again yet');
        await delay(waitMs, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
  }

  return {
    listen: async (channel) => {
      if (closing.signal.aborted) throw new BusError('CLOSED', 'The listener is closed.');
      channels.add(channel);
      const begun = connected();
      try {
        await listenOn(await begun, channel);
      } catch (error) {
        channels.delete(channel);
        // One that was there is made again once it has ended; until then nobody is given a second one beside it.
        begun.then(endQuietly, () => forget(begun));
        throw new BusError('UNREACHABLE', 'PostgreSQL could not be listened to.', { cause: error });
      }
    },
    unlisten: async (channel) => {
      channels.delete(channel);
      const client = await connection?.catch(() => undefined);
      await client?.query(`UNLISTEN ${pg.escapeIdentifier(channel)}`).catch(() => undefined);
    },
    close: async () => {
      closing.abort();
      channels.clear();
      const client = await connection?.catch(() => undefined);
      if (client) await endQuietly(client);
    },
  };
}

async function connect(
  { url, applicationName, logger, onNotification }: ListenerOptions,
  { channels, onLost }: { channels: ReadonlySet<string>; onLost(): Promise<void> },
): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: applicationName,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: CONNECT_TIMEOUT_MS,
  });
  client.on('error', (error) => logger.debug({ err: error }, 'the listening connection broke'));
  client.on('notification', ({ channel, payload }) => onNotification(channel, payload ?? ''));
  try {
    await client.connect();
    for (const channel of channels) await listenOn(client, channel);
  } catch (error) {
    // Not awaited: a server that is silent would be waited for once more.
    void endQuietly(client);
    throw error;
  }
  const heartbeat = watch(client);
  client.once('end', () => {
    clearInterval(heartbeat);
    void onLost();
  });
  return client;
}

const listenOn = (client: pg.Client, channel: string) => client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);

const endQuietly = (client: pg.Client): Promise<void> => client.end().catch(() => undefined);

/** A peer that vanished without a word is only noticed by asking. */
function watch(client: pg.Client): NodeJS.Timeout {
  const timer = setInterval(() => {
    client.query('SELECT 1').catch(() => void endQuietly(client));
  }, HEARTBEAT_MS);
  return timer.unref();
}
