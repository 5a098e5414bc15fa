import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import { tokens } from '../auth/index.ts';
import { currentLocale } from '../language/locale.ts';
import { backoffMs } from './backoff.ts';
import { nextConnection } from './connection.ts';
import type { ConnectionEvent, ConnectionState } from './connection.ts';

const FORBIDDEN = 4403;
const KEEP_ALIVE_MS = 12_000;

let state: ConnectionState = 'idle';
let client: Client | null = null;
const listeners = new Set<() => void>();

function happen(event: ConnectionEvent): void {
  const next = nextConnection(state, event);
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

/** The state of the live connection, for useSyncExternalStore. */
export const connection = {
  get: (): ConnectionState => state,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** The tab's one WebSocket to the API, opened with the first subscription and closed after the last. */
export function liveClient(): Client {
  client ??= createClient({
    url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    connectionParams: async () => {
      const token = await tokens.get();
      return { locale: currentLocale(), ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
    },
    keepAlive: KEEP_ALIVE_MS,
    // Endless retries in here; subscribeLive starts again after the few closes that graphql-ws takes as final.
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: (attempt) => new Promise((resolve) => setTimeout(resolve, backoffMs(attempt))),
    shouldRetry: () => true,
    on: {
      connecting: () => happen('connecting'),
      connected: () => happen('opened'),
      closed: (event) => onClosed(event as CloseEvent),
    },
  });
  return client;
}

/** Ends the connection: signed out, or another person or language from here on. The next subscription opens a new one. */
export async function endLive(): Promise<void> {
  const ending = client;
  client = null;
  await ending?.dispose();
  happen('closed');
}

function onClosed(event: CloseEvent): void {
  // The token ended while the socket was open: the next connection_init must carry a new one.
  if (event.code === FORBIDDEN) void tokens.renew().catch(() => null);
  happen(event.code === 1000 ? 'closed' : navigator.onLine ? 'lost' : 'went-offline');
}

if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => happen('went-offline'));
  window.addEventListener('online', () => happen('went-online'));
}
