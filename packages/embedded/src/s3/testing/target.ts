import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectsCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import type { it } from 'vitest';
import type { S3Capability } from '../../../testing/s3-capabilities.ts';
import { CREDENTIALS, startEmbeddedProcess } from './embedded-process.ts';

/** A server the contract is held against, with a bucket of the suite's own. */
export interface S3Target {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly bucket: string;
  /** The client as the product configures it. */
  readonly client: S3Client;
  connect(config?: S3ClientConfig): S3Client;
  close(): Promise<void>;
}

/** `it` for a case that needs a capability, or `it.fails` where the server under contract is said to lack it. */
export type Promised = (capability: S3Capability) => typeof it | typeof it.fails;

export async function embeddedTarget(): Promise<S3Target> {
  const dir = await mkdtemp(join(tmpdir(), 'modu-s3-'));
  const server = await startEmbeddedProcess({ dir });
  return openTarget({ endpoint: server.endpoint, region: 'us-east-1', credentials: CREDENTIALS }, async () => {
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  });
}

/** A real server named by the same variables as the product's settings. */
export async function realTarget(environment: NodeJS.ProcessEnv): Promise<S3Target> {
  const { S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = environment;
  if (!S3_ENDPOINT || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) throw new Error('S3_ENDPOINT needs its keys.');
  const credentials = { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY };
  return openTarget({ endpoint: S3_ENDPOINT, region: S3_REGION ?? 'us-east-1', credentials }, () => Promise.resolve());
}

async function openTarget(
  place: Pick<S3Target, 'endpoint' | 'region' | 'credentials'>,
  stop: () => Promise<void>,
): Promise<S3Target> {
  const bucket = `contract-${randomUUID()}`;
  const clients: S3Client[] = [];
  const connect = (config: S3ClientConfig = {}): S3Client => {
    const client = new S3Client({ ...place, forcePathStyle: true, maxAttempts: 1, ...config });
    clients.push(client);
    return client;
  };
  const client = connect({ requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED' });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  const close = async (): Promise<void> => {
    await dropBucket(client, bucket);
    for (const open of clients) open.destroy();
    await stop();
  };
  return { ...place, bucket, client, connect, close };
}

async function dropBucket(client: S3Client, bucket: string): Promise<void> {
  for (;;) {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
    if (Contents.length === 0) break;
    const Objects = Contents.map(({ Key }) => ({ Key }));
    await client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }));
  }
  await client.send(new DeleteBucketCommand({ Bucket: bucket }));
}
