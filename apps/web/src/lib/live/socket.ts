import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import { tokens } from '../auth/index.ts';
import { currentLocale } from '../language/locale.ts';
import { backoffMs } from './backoff.ts';
import { happen, onEndLive } from './live-state.ts';
import { createPulse } from './pulse.ts';

const FORBIDDEN = 4403;
const KEEP_ALIVE_MS = 12_000;
const ANSWER_WITHIN_MS = 5_000;

let client: Client | null = null;

/** The tab's one WebSocket to the API, opened with the first subscription and closed after the last. */
export function liveClient(): Client {
  client ??= openClient();
  return client;
}

function openClient(): Client {
  const pulse = createPulse({ answerWithinMs: ANSWER_WITHIN_MS });
  return createClient({
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
      opened: (socket) => pulse.watch(socket as WebSocket),
      ping: (isReceived) => !isReceived && pulse.asked(),
      pong: (isReceived) => isReceived && pulse.answered(),
      connected: () => happen('opened'),
      closed: (event) => {
        pulse.answered();
        onClosed(event as CloseEvent);
      },
    },
  });
}

onEndLive(async () => {
  const ending = client;
  client = null;
  await ending?.dispose();
});

function onClosed(event: CloseEvent): void {
  // The token ended while the socket was open: the next connection_init must carry a new one.
  if (event.code === FORBIDDEN) void tokens.renew().catch(() => null);
  happen(event.code === 1000 ? 'closed' : 'lost');
}
