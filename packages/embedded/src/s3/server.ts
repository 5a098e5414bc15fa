import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { keepPrivateFolder } from '../private-folder.ts';
import type { HandlerOptions } from './handler.ts';
import { handleExchange } from './handler.ts';
import type { S3ServerOptions } from './options.ts';
import { s3ServerOptions } from './options.ts';
import { BlobFiles } from './store/blob-files.ts';
import { BucketStore, isBucketName } from './store/bucket-store.ts';
import { IndexDatabase } from './store/index-database.ts';
import { ObjectStore } from './store/object-store.ts';
import { Sweeper } from './store/sweeper.ts';
import { UploadStore } from './store/upload-store.ts';

const minuteMs = 60 * 1000;
const CONNECTIONS_MAX = 512;
const CLOSE_MAX_MS = 3000;

export interface S3Server {
  readonly port: number;
  /** Lets requests under way finish (3 s at most), then closes the index. */
  close(): Promise<void>;
}

/** Starts the embedded S3 server over one directory. Throws on wrong options and on a port that is taken. */
export async function startS3Server(given: S3ServerOptions): Promise<S3Server> {
  const options = s3ServerOptions.parse(given);
  const wrongName = options.buckets.find((name) => !isBucketName(name));
  if (wrongName !== undefined) throw new Error(`“${wrongName}” is not a name a bucket may have.`);
  await keepPrivateFolder(options.dir);
  const onError = (error: unknown): void => console.error('embedded S3:', error);
  const blobs = new BlobFiles(options.dir, onError);
  await blobs.prepare();
  const index = new IndexDatabase(options.dir);
  const buckets = new BucketStore(index);
  const uploads = new UploadStore(index, blobs);
  const context = { region: options.region, buckets, uploads, blobs, objects: new ObjectStore(index, blobs) };
  const keyring = { region: options.region, ...options.credentials };
  const server = createHttpServer({ context, keyring, corsOrigins: options.corsOrigins, onError });
  const sweeper = new Sweeper({ index, blobs, uploads, onError, abandonedUploadAgeMs: options.abandonedUploadAgeMs });
  try {
    for (const name of options.buckets) await buckets.create(name);
    await listen(server, options);
  } catch (error) {
    await index.close();
    throw error;
  }
  sweeper.start();
  const close = async (): Promise<void> => {
    await closeServer(server);
    await sweeper.stop();
    await index.close();
  };
  return { port: (server.address() as AddressInfo).port, close };
}

function createHttpServer(options: HandlerOptions): Server {
  // A slow upload may take an hour; a connection on which nothing moves for five minutes is dead.
  const server = createServer({ requestTimeout: 60 * minuteMs, headersTimeout: minuteMs, keepAliveTimeout: minuteMs });
  server.timeout = 5 * minuteMs;
  server.maxConnections = CONNECTIONS_MAX;
  server.on('request', (request, response) => {
    void handleExchange(options, { request, response }, { waitsForContinue: false });
  });
  server.on('checkContinue', (request, response) => {
    void handleExchange(options, { request, response }, { waitsForContinue: true });
  });
  return server;
}

function listen(server: Server, { port, host }: { readonly port: number; readonly host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function closeServer(server: Server): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), CLOSE_MAX_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(timer);
}
