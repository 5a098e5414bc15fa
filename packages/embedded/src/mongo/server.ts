import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { keepPrivateFolder } from '../private-folder.ts';
import { dispatch } from './commands/dispatch.ts';
import type { Services } from './commands/command.ts';
import { Cursors } from './cursors.ts';
import { Catalog } from './store/catalog.ts';
import { DatabaseFiles } from './store/database-files.ts';
import { holdDirectory } from './store/holder.ts';
import { sweepExpired } from './store/expiry.ts';
import { serveConnection } from './wire/connection.ts';

export interface MongoServerOptions {
  /** Where the data lies; made if missing. One process at a time may hold it. */
  readonly dir: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** There is no authentication: leave it on the loopback interface. */
  readonly host?: string;
  /** How often expired documents are removed and idle cursors closed. */
  readonly sweepEveryMs?: number;
  /** Told of faults of this server, never of refusals. */
  readonly onFault?: (error: unknown) => void;
}

export interface MongoServer {
  readonly port: number;
  /** Ends all connections, commits what waits, closes the files. */
  close(): Promise<void>;
}

const connectionsMax = 1000;

async function listen(server: Server, { port, host = '127.0.0.1' }: MongoServerOptions): Promise<number> {
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port');
  return address.port;
}

/** Repeats the sweep, one at a time, until stopped. */
function startSweeping(services: Services, everyMs: number, onFault: (error: unknown) => void): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let isBusy = false;
  const sweep = (): void => {
    if (isBusy) return;
    isBusy = true;
    services.cursors.sweep();
    running = sweepExpired(services.files, services.catalog, { now: new Date(), onFault })
      .catch(onFault)
      .finally(() => {
        isBusy = false;
      });
  };
  const timer = setInterval(sweep, everyMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

/** Starts a MongoDB server on files in `dir`. Rejects when the port is taken or the files cannot be opened. */
export async function startMongoServer(options: MongoServerOptions): Promise<MongoServer> {
  const onFault = options.onFault ?? ((error) => console.error(error));
  await keepPrivateFolder(options.dir);
  const release = await holdDirectory(options.dir);
  const files = new DatabaseFiles(options.dir);
  const sockets = new Set<Socket>();
  const services: Services = {
    files,
    catalog: new Catalog(files),
    cursors: new Cursors(),
    startedAt: new Date(),
    connections: () => sockets.size,
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    void serveConnection(socket, (body) => dispatch(body, services, onFault), onFault);
  });
  server.maxConnections = connectionsMax;
  try {
    const port = await listen(server, options);
    const stopSweeping = startSweeping(services, options.sweepEveryMs ?? 10_000, onFault);
    return { port, close: () => closeAll({ server, sockets, stopSweeping, files }).finally(release) };
  } catch (error) {
    await files.close();
    release();
    throw error;
  }
}

async function closeAll(parts: {
  server: Server;
  sockets: Set<Socket>;
  stopSweeping: () => Promise<void>;
  files: DatabaseFiles;
}): Promise<void> {
  parts.server.close();
  await parts.stopSweeping();
  for (const socket of parts.sockets) socket.destroy();
  await parts.files.close();
}
