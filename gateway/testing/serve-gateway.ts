import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Platform } from '@modu/module';
import { gateway } from '../src/index.ts';
import { gatewaySettings } from '../src/settings.ts';
import { ISSUER } from './issuer.ts';

/** The gateway over whatever subgraphs a network reaches, on a port of its own for sockets. */
export async function serveGateway(
  { logger, network, identity, bus }: Platform,
  more: Readonly<Record<string, string>> = {},
) {
  // All clients of a bench have one address.
  const settings = gatewaySettings.parse({ PUBLIC_URL: ISSUER, SOCKETS_PER_ADDRESS: '100000', ...more });
  const running = await gateway.start(settings, { logger, network, identity, bus });
  const server = createServer();
  server.on('upgrade', (request, socket, head) => running.upgrade?.accept(request, socket, head as Buffer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const waitingBytes = () => [...sockets].map(({ writableLength }) => writableLength);
  return { running, server, waitingBytes, url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` };
}
