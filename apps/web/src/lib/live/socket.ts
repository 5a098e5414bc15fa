import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import { tokens } from '../auth/index.ts';
import { currentLocale } from '../language/locale.ts';
import { choice } from './choice.ts';
import { happen, onRenewLive } from './live-state.ts';
import { createPulse } from './pulse.ts';
import type { OpenStream } from './stream.ts';
import { tellFailure } from './tell-failure.ts';

const FORBIDDEN = 4403;
const KEEP_ALIVE_MS = 12_000;
const ANSWER_WITHIN_MS = 5_000;
/** Some networks swallow a WebSocket instead of refusing it. */
const OPEN_WITHIN_MS = 10_000;

interface OneSocket {
  readonly client: Client;
  readonly isOpen: () => boolean;
}

let socket: OneSocket | null = null;

/** Begins a subscription over the tab's one WebSocket, which opens with the first and closes after the last. */
export const openOnSocket: OpenStream = ({ variables, ...operation }, { onNext, onOpen, ...failing }) => {
  socket ??= openClient();
  const { client, isOpen } = socket;
  const off = client.on('connected', onOpen);
  // One that stands tells nobody again that it does.
  if (isOpen()) queueMicrotask(onOpen);
  let problems: unknown;
  const end = client.subscribe<never>(
    { query: '', ...operation, variables },
    {
      next: ({ data, errors }) => {
        problems = errors;
        if (errors === undefined && data) onNext(data);
      },
      error: (reason) => tellFailure(reason, failing),
      complete: () => {
        off();
        // The last it was told is why it ended.
        if (problems !== undefined) tellFailure(problems, failing);
      },
    },
  );
  return () => {
    off();
    end();
  };
};

function openClient(): OneSocket {
  const pulse = createPulse({ answerWithinMs: ANSWER_WITHIN_MS });
  let isOpen = false;
  let patience: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    connectionParams: async () => {
      const token = await tokens.get();
      return { locale: currentLocale(), ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
    },
    keepAlive: KEEP_ALIVE_MS,
    connectionAckWaitTimeout: OPEN_WITHIN_MS,
    // Endless retries in here; subscribeLive starts again after the few closes that graphql-ws takes as final.
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: () => new Promise((resolve) => setTimeout(resolve, choice.waitMs())),
    shouldRetry: () => true,
    on: {
      connecting: () => {
        isOpen = false;
        happen('connecting');
        clearTimeout(patience);
        patience = setTimeout(() => choice.silent('socket'), OPEN_WITHIN_MS);
      },
      opened: (opened) => pulse.watch(opened as WebSocket),
      ping: (isReceived) => !isReceived && pulse.asked(),
      pong: (isReceived) => isReceived && pulse.answered(),
      connected: () => {
        isOpen = true;
        clearTimeout(patience);
        choice.opened();
        happen('opened');
      },
      closed: (event) => {
        pulse.answered();
        clearTimeout(patience);
        onClosed(event as CloseEvent);
        if (!isOpen) choice.failed('socket', { isOnline: navigator.onLine });
        isOpen = false;
      },
    },
  });
  return { client, isOpen: () => isOpen };
}

onRenewLive(() => {
  const ending = socket?.client;
  socket = null;
  // It tells a socket that closed by itself meanwhile as a failure; closed is what was wanted.
  void Promise.resolve(ending?.dispose()).catch(() => undefined);
});

function onClosed(event: CloseEvent): void {
  // The token ended while the socket was open: the next connection_init must carry a new one.
  if (event.code === FORBIDDEN) void tokens.renew().catch(() => null);
  happen(event.code === 1000 ? 'closed' : 'lost');
}
