import { createClient } from 'graphql-sse';
import type { Client } from 'graphql-sse';
import { tokens } from '../auth/index.ts';
import { currentLocale } from '../language/locale.ts';
import { choice } from './choice.ts';
import { happen, onEndLive } from './live-state.ts';
import type { OpenStream } from './stream.ts';
import { fetchAlive } from './fetch-alive.ts';

let client: Client | null = null;
let streams = 0;

/** Begins a subscription as a stream of server-sent events of its own, for networks that let no WebSocket through. */
export const openAsEvents: OpenStream = ({ variables, ...operation }, { onNext, onOpen, onError }) => {
  client ??= openClient();
  streams += 1;
  let hasTokenEnded = false;
  const end = client.subscribe<never>(
    { query: '', ...operation, variables },
    {
      next: ({ data, errors }) => {
        hasTokenEnded ||= errors?.some((error) => error.extensions?.['code'] === 'UNAUTHENTICATED') ?? false;
        if (errors === undefined && data) onNext(data);
      },
      error: onError,
      complete: () => {
        if (hasTokenEnded) void tokens.renew().then(onError, onError);
      },
    },
    { connected: onOpen },
  );
  let isEnded = false;
  return () => {
    if (isEnded) return;
    isEnded = true;
    end();
    streams -= 1;
    if (streams === 0 && choice.transport() === 'events') happen('closed');
  };
};

function openClient(): Client {
  return createClient({
    url: '/graphql',
    fetchFn: fetchAlive,
    headers: async (): Promise<Record<string, string>> => {
      const token = await tokens.get();
      return { 'x-modu-locale': currentLocale(), ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
    },
    retryAttempts: Number.POSITIVE_INFINITY,
    retry: () => {
      happen('lost');
      choice.failed('events', { isOnline: navigator.onLine });
      return new Promise((resolve) => setTimeout(resolve, choice.waitMs()));
    },
    on: {
      connecting: () => happen('connecting'),
      connected: () => {
        choice.opened();
        happen('opened');
      },
    },
  });
}

onEndLive(() => {
  client?.dispose();
  client = null;
  return Promise.resolve();
});
