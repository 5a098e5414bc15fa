import { createGraphiQLFetcher } from '@graphiql/toolkit';
import type { Fetcher } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';

const URL_PATH = '/graphql';

/** Asks the graph with a key: operations by POST, subscriptions over a socket that carries the same key. */
export function createFetcher(key: string): { readonly fetcher: Fetcher; close(): void } {
  const credentials: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {};
  const locale = navigator.language.startsWith('ko') ? 'ko' : 'en';
  const socketUrl = new URL(URL_PATH, location.href);
  socketUrl.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const wsClient = createClient({ url: socketUrl.href, connectionParams: { ...credentials, locale } });
  const fetcher = createGraphiQLFetcher({
    url: URL_PATH,
    headers: { ...credentials, 'x-modu-locale': locale },
    wsClient,
  });
  return { fetcher, close: () => void wsClient.dispose() };
}
