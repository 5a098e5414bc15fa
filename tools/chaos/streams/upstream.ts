import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Logger } from '@modu/logger';
import { serveStreams } from '@modu/network';
import { createSubgraphServer } from '@modu/subgraph';
import type { IdentityTokens } from '@modu/viewer';

/** A stand-in for jobs in a process of its own: a stream that can be followed behind any of its events. */
export interface Upstream {
  readonly url: string;
  /** One more change happens. */
  tell(): void;
  told(): number;
  /** Breaks every connection to it, as a network does. */
  cut(): void;
  stop(): Promise<void>;
}

const SCHEMA = new URL('../../../subgraphs/jobs/schema.graphql', import.meta.url);

export async function startUpstream({
  identity,
  logger,
}: {
  identity: IdentityTokens;
  logger: Logger;
}): Promise<Upstream> {
  let last = 0;
  let wake = Promise.withResolvers<void>();
  const follow = async function* (after: number) {
    for (let seq = after + 1; ; seq++) {
      while (seq > last) await wake.promise;
      yield { jobUpdates: { id: `job-${seq % 7}`, status: 'RUNNING', seq } };
    }
  };
  const subgraph = await createSubgraphServer({
    name: 'jobs',
    schemaFile: SCHEMA,
    identity,
    logger,
    createContext: (base) => base,
    resolvers: {
      JobResult: { __resolveType: () => 'Image' },
      Subscription: {
        jobUpdates: { subscribe: (_: unknown, { after }: { after?: number | null }) => follow(after ?? 0) },
      },
    },
  });
  const streams = serveStreams(subgraph);
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (request, socket, head) => streams.upgrade(request, socket, head as Buffer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    told: () => last,
    tell: () => {
      last += 1;
      wake.resolve();
      wake = Promise.withResolvers();
    },
    cut: () => sockets.forEach((socket) => socket.destroy()),
    stop: async () => {
      await streams.stop();
      await subgraph.stop();
      server.close();
      server.closeAllConnections();
    },
  };
}
