import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import type { S3ServerOptions } from '../options.ts';
import { startS3Server } from '../server.ts';
import { ALLOWED_ORIGIN, CREDENTIALS } from './embedded-process.ts';

/** A server within the test's own process, over a directory of its own. */
export interface InProcessServer {
  readonly dir: string;
  readonly endpoint: string;
  readonly client: S3Client;
  /** Closes the server and starts it again over the same directory. */
  restart(change?: Partial<S3ServerOptions>): Promise<InProcessServer>;
  stop(): Promise<void>;
}

export async function startInProcess(change: Partial<S3ServerOptions> = {}): Promise<InProcessServer> {
  const dir = change.dir ?? (await mkdtemp(join(tmpdir(), 'modu-s3-')));
  const corsOrigins = [ALLOWED_ORIGIN];
  const server = await startS3Server({
    port: 0,
    credentials: CREDENTIALS,
    buckets: ['modu'],
    corsOrigins,
    ...change,
    dir,
  });
  const endpoint = `http://127.0.0.1:${server.port}`;
  const client = new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: CREDENTIALS,
    maxAttempts: 1,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const close = async (): Promise<void> => {
    client.destroy();
    await server.close();
  };
  return {
    dir,
    endpoint,
    client,
    restart: async (next = {}) => {
      await close();
      return startInProcess({ ...change, ...next, dir });
    },
    stop: async () => {
      await close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
