import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { serveGateway } from './serve-gateway.ts';
import { startStandIns } from './stand-ins.ts';
import type { StandIns } from './stand-ins.ts';

export interface RunningGateway {
  readonly world: StandIns;
  /** Where sockets are opened. */
  readonly url: string;
  /** A POST to `/graphql`. */
  post(body: unknown, headers: Record<string, string>, signal?: AbortSignal): Promise<Response>;
  /** What Prometheus would read. */
  metrics(): Promise<string>;
  /** A socket of its own, opened under a token. */
  connect(token: string, onOpened?: (socket: WebSocket) => void): Client;
  /** For each open socket, what waits in this process for its client to read. */
  waitingBytes(): readonly number[];
  stop(): Promise<void>;
}

/** The gateway over small subgraphs, as a client sees it. */
export async function runGateway(more: Readonly<Record<string, string>> = {}): Promise<RunningGateway> {
  const world = await startStandIns();
  const { running, server, url, waitingBytes } = await serveGateway(world, more);
  const clients: Client[] = [];
  return {
    world,
    url,
    waitingBytes,
    post: (body, headers, signal) =>
      running.service!.fetch(
        new Request('http://gateway/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
          ...(signal ? { signal } : {}),
        }),
      ),
    metrics: async () => (await running.metrics?.metrics()) ?? '',
    connect: (token, onOpened) => {
      const client = createClient({
        url,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        connectionParams: { authorization: `Bearer ${token}` },
        on: { connected: (socket) => onOpened?.(socket as WebSocket) },
      });
      clients.push(client);
      return client;
    },
    stop: async () => {
      for (const client of clients) await client.dispose();
      await running.stop();
      await world.stop();
      server.close();
    },
  };
}
