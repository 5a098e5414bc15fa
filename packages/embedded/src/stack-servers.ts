import path from 'node:path';
import type { Logger } from '@modu/logger';
import type { Child } from './child.ts';
import type { Ping } from './liveness.ts';
import { pingHttp, pingMongo } from './pings.ts';
import { startPostmaster } from './postgres/postmaster.ts';
import type { StackSecrets } from './secrets.ts';
import { startServerProcess } from './server-process.ts';
import type { ServerName } from './stack-facts.ts';

export interface ServerPlace {
  readonly dataDir: string;
  readonly secrets: StackSecrets;
  readonly corsOrigins: readonly string[];
  readonly logger: Logger;
  /** Aborted when the server is no longer wanted while it may still be coming up. */
  readonly stopping: AbortSignal;
}

/** Starts one server on a port and settles when it serves. */
export type StartServer = (place: ServerPlace, port: number) => Promise<Child>;

export const BUCKET = 'modu';

export function postgresDir(dataDir: string): string {
  return path.join(dataDir, 'postgres');
}

/** How the servers that have one thread show that they live; PostgreSQL's parent process looks after its own. */
export const PINGS: Readonly<Partial<Record<ServerName, Ping>>> = { mongo: pingMongo, s3: pingHttp };

/** How each server of the stack is started; the order is that of starting, and the reverse of stopping. */
export const SERVERS: Readonly<Record<ServerName, StartServer>> = {
  postgres: ({ dataDir, secrets, logger, stopping }, port) =>
    startPostmaster({ dataDir: postgresDir(dataDir), port, password: secrets.postgresPassword, logger, stopping }),

  mongo: ({ dataDir, logger }, port) =>
    startServerProcess({
      main: new URL('./mongo/main.ts', import.meta.url),
      options: { dir: path.join(dataDir, 'mongo'), port },
      logger,
    }),

  s3: ({ dataDir, secrets, corsOrigins, logger }, port) =>
    startServerProcess({
      main: new URL('./s3/main.ts', import.meta.url),
      options: {
        dir: path.join(dataDir, 's3'),
        port,
        buckets: [BUCKET],
        corsOrigins,
      },
      secrets: { S3_ACCESS_KEY_ID: secrets.s3AccessKeyId, S3_SECRET_ACCESS_KEY: secrets.s3SecretAccessKey },
      logger,
    }),
};
