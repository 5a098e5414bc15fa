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
  /** How often the other end is asked whether it is there; it may take half as long to answer, and to take a connection. */
  readonly heartbeatMs: number;
}

/**
 * Opens a subscription on a subgraph in another process. The identity travels with each subscription, not with the
 * socket: the socket is shared by all viewers. A lost socket ends the stream with an error; the caller resumes.
 */
export function openRemoteStream(
  streams: RemoteStreams,
  { module, base, request, heartbeatMs }: RemoteStream,
): AsyncIterableIterator<unknown> {
  const client = streams.get(module) ?? connect(module, base, heartbeatMs);
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

/** A peer that vanished without a word is only noticed by asking: it would keep the streams of everyone, and take new ones. */
function connect(module: string, base: URL, heartbeatMs: number): Client {
  const url = new URL(`/subgraphs/${module}/graphql`, base);
  url.protocol = base.protocol === 'https:' ? 'wss:' : 'ws:';
  const answerMs = heartbeatMs / 2;
  let opened: WebSocket | undefined;
  let silence: NodeJS.Timeout | undefined;
  const heard = () => clearTimeout(silence);
  return createClient({
    url: url.href,
    webSocketImpl: connectingWithin(answerMs),
    lazy: true,
    keepAlive: heartbeatMs,
    connectionAckWaitTimeout: answerMs,
    retryAttempts: 0,
    on: {
      opened: (socket) => (opened = socket as WebSocket),
      ping: (isReceived) => {
        if (!isReceived) silence = setTimeout(() => opened?.terminate(), answerMs);
      },
      // Not at just any message: the next question is asked only after an answer.
      pong: (isReceived) => isReceived && heard(),
      closed: heard,
    },
  });
}

/** Where a host is gone, a connection is neither made nor refused. */
function connectingWithin(handshakeTimeout: number): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { handshakeTimeout });
    }
  } as unknown as typeof WebSocket;
}
