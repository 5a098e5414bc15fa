import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { StreamRequest } from './network.ts';

/** One multiplexed socket per subgraph in another process. */
export type RemoteStreams = Map<string, Client>;

interface RemoteStream {
  readonly module: string;
  readonly base: URL;
  readonly request: StreamRequest;
}

/**
 * Opens a subscription on a subgraph in another process. The identity travels with each subscription, not with the
 * socket: the socket is shared by all viewers. A lost socket ends the stream with an error; the caller resumes.
 */
export function openRemoteStream(
  streams: RemoteStreams,
  { module, base, request }: RemoteStream,
): AsyncIterableIterator<unknown> {
  const client = streams.get(module) ?? connect(module, base);
  streams.set(module, client);
  const { query, variables, operationName, identity, traceId, signal } = request;
  const iterator = client.iterate({
    query,
    variables: variables ? { ...variables } : null,
    operationName: operationName ?? null,
    extensions: { identity, ...(traceId ? { traceId } : {}) },
  });
  const end = () => void iterator.return?.();
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
  return iterator as AsyncIterableIterator<unknown>;
}

function connect(module: string, base: URL): Client {
  const url = new URL(`/subgraphs/${module}/graphql`, base);
  url.protocol = base.protocol === 'https:' ? 'wss:' : 'ws:';
  return createClient({
    url: url.href,
    webSocketImpl: WebSocket,
    lazy: true,
    keepAlive: 10_000,
    connectionAckWaitTimeout: 5_000,
    retryAttempts: 0,
  });
}
