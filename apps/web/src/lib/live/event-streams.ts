import { createClient } from 'graphql-sse';
import type { Client } from 'graphql-sse';
import { tokens } from '../auth/index.ts';
import { currentLocale } from '../language/locale.ts';
import { choice } from './choice.ts';
import { happen, onRenewLive } from './live-state.ts';
import type { OpenStream } from './stream.ts';
import { fetchAlive } from './fetch-alive.ts';
import { tellFailure } from './tell-failure.ts';

let client: Client | null = null;
let streams = 0;

/** Begins a subscription as a stream of server-sent events of its own, for networks that let no WebSocket through. */
export const openAsEvents: OpenStream = ({ variables, ...operation }, { onNext, onOpen, ...failing }) => {
  client ??= openClient();
  streams += 1;
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
        // The last it was told is why it ended.
        if (problems !== undefined) tellFailure(problems, failing);
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

onRenewLive(() => {
  client?.dispose();
  client = null;
});
