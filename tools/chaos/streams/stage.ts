import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createNetwork } from '@modu/network';
import { gateway } from '../../../gateway/src/index.ts';
import { gatewaySettings } from '../../../gateway/src/settings.ts';
import { ISSUER } from '../../../gateway/testing/issuer.ts';
import { startStandIns } from '../../../gateway/testing/stand-ins.ts';
import { startUpstream } from './upstream.ts';
import type { Upstream } from './upstream.ts';

/** A gateway between real sockets: jobs behind one, clients on others. */
export interface StreamStage {
  readonly upstream: Upstream;
  /** Where clients open their sockets. */
  readonly url: string;
  token(): Promise<string>;
  /** Breaks every connection that the gateway has with its clients. */
  cutClients(): void;
  stop(): Promise<void>;
}

export async function startStreamStage(): Promise<StreamStage> {
  const world = await startStandIns();
  const { logger, network, identity, bus } = world;
  const upstream = await startUpstream({ identity, logger });
  const elsewhere = createNetwork({ routes: { jobs: upstream.url } });
  network.attach('jobs', {
    fetch: (request) => elsewhere.fetch('jobs', request),
    subscribe: (request) => elsewhere.subscribe('jobs', request),
  });
  const settings = gatewaySettings.parse({ PUBLIC_URL: ISSUER, RATE_COST_PER_MINUTE: '1000000000' });
  const running = await gateway.start(settings, { logger, network, identity, bus });
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (request, socket, head) => running.upgrade?.accept(request, socket, head as Buffer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    upstream,
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    token: () => world.accessToken({ lifetime: '2h' }),
    cutClients: () => sockets.forEach((socket) => socket.destroy()),
    stop: async () => {
      await running.stop();
      await elsewhere.close();
      await upstream.stop();
      await world.stop();
      server.close();
      server.closeAllConnections();
    },
  };
}
