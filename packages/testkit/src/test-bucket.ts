import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectsCommand,
  ListObjectsV2Command,
  PutBucketCorsCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { lackingCapabilities } from '@modu/embedded/testing';
import type { S3Capability } from '@modu/embedded/testing';
import { testStack, uniqueName } from './tenant.ts';

/** The settings of `packages/blobs` for a bucket of one's own. */
export interface TestBucket {
  readonly settings: {
    readonly S3_ENDPOINT: string;
    readonly S3_REGION: string;
    readonly S3_BUCKET: string;
    readonly S3_ACCESS_KEY_ID: string;
    readonly S3_SECRET_ACCESS_KEY: string;
    readonly S3_FORCE_PATH_STYLE: true;
  };
  /** Removes the bucket with everything in it. */
  drop(): Promise<void>;
}

const CALL_TIMEOUT_MS = 10_000;

/** A new, empty bucket on a real S3 server; `name` only helps to recognise it. */
export async function testBucket(name = 'bucket'): Promise<TestBucket> {
  const { endpoint, region, accessKeyId, secretAccessKey } = testStack().s3;
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const bucket = uniqueName(name);
  await client.send(new CreateBucketCommand({ Bucket: bucket }), deadline());
  if (process.env['S3_ENDPOINT'] !== undefined) await admitPages(client, bucket);
  return {
    settings: {
      S3_ENDPOINT: endpoint,
      S3_REGION: region,
      S3_BUCKET: bucket,
      S3_ACCESS_KEY_ID: accessKeyId,
      S3_SECRET_ACCESS_KEY: secretAccessKey,
      S3_FORCE_PATH_STYLE: true,
    },
    async drop() {
      await emptyBucket(client, bucket);
      await client.send(new DeleteBucketCommand({ Bucket: bucket }), deadline());
      client.destroy();
    },
  };
}

/** True for what `S3_LACKS` says the tests’ S3 server is without. */
export function bucketLacks(capability: S3Capability): boolean {
  return lackingCapabilities(process.env).has(capability);
}

/** The rule that packages/blobs asks a real bucket for; the embedded server is told of its origins when it starts. */
async function admitPages(client: S3Client, bucket: string): Promise<void> {
  const rule = {
    AllowedOrigins: ['http://localhost:4000'],
    AllowedMethods: ['GET', 'HEAD', 'PUT'],
    AllowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
    ExposeHeaders: ['ETag'],
  };
  const command = new PutBucketCorsCommand({ Bucket: bucket, CORSConfiguration: { CORSRules: [rule] } });
  await client.send(command, deadline());
}

async function emptyBucket(client: S3Client, bucket: string): Promise<void> {
  for (;;) {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket }), deadline());
    if (Contents.length === 0) return;
    const Objects = Contents.map(({ Key }) => ({ Key }));
    await client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }), deadline());
  }
}

function deadline() {
  return { abortSignal: AbortSignal.timeout(CALL_TIMEOUT_MS) };
}
