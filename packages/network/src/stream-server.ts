import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { buildSchema, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { LeavingSocket } from './leaving-socket.ts';
import type { Service } from './network.ts';

export interface StreamServer {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  stop(): Promise<void>;
}

/** graphql-ws wants a schema to hand on; the subgraph parses and checks the document itself. */
const UNUSED_SCHEMA = buildSchema('type Query { unused: Boolean }');

const extensions = z.object({ identity: z.string(), traceId: z.string().optional() });

/** The other end of a remote stream: lets processes elsewhere subscribe to a service of this one. */
export function serveStreams(service: Service): StreamServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1_000_000, WebSocket: LeavingSocket });
  const disposable = useServer(
    {
      onSubscribe: (_context, _id, payload) => ({
        schema: UNUSED_SCHEMA,
        document: parse(payload.query),
        contextValue: payload,
      }),
      subscribe: ({ contextValue }) => {
        const {
          query,
          variables,
          operationName,
          extensions: sent,
        } = contextValue as {
          query: string;
          variables?: Record<string, unknown> | null;
          operationName?: string | null;
          extensions?: unknown;
        };
        if (!service.subscribe) throw new Error('This service has no streams.');
        const gone = new AbortController();
        const { identity, traceId } = extensions.parse(sent);
        const stream = service.subscribe({
          query,
          variables: variables ?? {},
          ...(operationName ? { operationName } : {}),
          identity,
          ...(traceId ? { traceId } : {}),
          signal: gone.signal,
        });
        return abortOnReturn(stream, gone) as AsyncIterableIterator<never>;
      },
    },
    sockets,
  );
  return {
    upgrade: (request, socket, head) =>
      sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request)),
    stop: async () => disposable.dispose(),
  };
}

/** A client that leaves while the stream waits for its next event must not keep the stream open. */
function abortOnReturn(stream: AsyncIterableIterator<unknown>, gone: AbortController): AsyncIterableIterator<unknown> {
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => stream.next(),
    return: async () => {
      gone.abort();
      return { value: undefined, done: true };
    },
  };
}
