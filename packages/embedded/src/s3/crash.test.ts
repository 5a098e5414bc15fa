import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EmbeddedProcess } from './testing/embedded-process.ts';
import { CREDENTIALS, startEmbeddedProcess } from './testing/embedded-process.ts';

const Bucket = 'modu';

describe('a server that dies', () => {
  let dir: string;
  let server: EmbeddedProcess;
  let client: S3Client;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'modu-s3-crash-'));
    server = await startEmbeddedProcess({ dir });
    client = new S3Client({
      endpoint: server.endpoint,
      region: 'us-east-1',
      forcePathStyle: true,
      credentials: CREDENTIALS,
      maxAttempts: 1,
      requestChecksumCalculation: 'WHEN_REQUIRED',
    });
  });

  afterEach(async () => {
    client.destroy();
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  });

  it('loses no write it has acknowledged and keeps no part of the others', async () => {
    // Given writers that never pause, and a large upload that is half way
    const acknowledged = new Map<string, string>();
    const writers = [0, 1, 2, 3].map(async (writer) => {
      for (let n = 0; ; n++) {
        const [Key, Body] = [`${writer}/${n}`, `${writer}-${n}-`.repeat(500)];
        await client.send(new PutObjectCommand({ Bucket, Key, Body }));
        acknowledged.set(Key, Body);
      }
    });
    const stopped = Promise.allSettled(writers);
    const halfway = await startUpload(client, 'halfway');
    while (acknowledged.size < 40) await new Promise((resolve) => setTimeout(resolve, 5));

    // When the process is killed and started again on the same directory and port
    await server.kill();
    await stopped;
    halfway.destroy();
    server = await startEmbeddedProcess({ dir, port: server.port });

    // Then the same client finds every acknowledged object whole, and of the rest nothing
    for (const [Key, body] of acknowledged) {
      const answer = await client.send(new GetObjectCommand({ Bucket, Key }));
      expect(await answer.Body?.transformToString()).toBe(body);
    }
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'halfway' }));
    expect(Contents).toEqual([]);
    expect(await readdir(join(dir, 'incoming'))).toEqual([]);
  });

  it('leaves whole objects only: each one listed can be read to its end', async () => {
    const stopped = Promise.allSettled(
      Array.from({ length: 30 }, (_, n) =>
        client.send(new PutObjectCommand({ Bucket, Key: `racing/${n}`, Body: Buffer.alloc(400_000, n) })),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 30));

    await server.kill();
    await stopped;
    server = await startEmbeddedProcess({ dir, port: server.port });

    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'racing/' }));
    for (const { Key } of Contents) {
      const answer = await client.send(new GetObjectCommand({ Bucket, Key }));
      const bytes = await answer.Body?.transformToByteArray();
      expect(bytes).toHaveLength(400_000);
    }
  });

  it('ends by itself when its parent is gone', async () => {
    const gone = once(server.child, 'exit', { signal: AbortSignal.timeout(10_000) });

    server.child.stdin.end();

    expect(await gone).toEqual([0, null]);
  });
});

/** An upload of which a quarter was sent; the rest never comes. */
async function startUpload(client: S3Client, Key: string): Promise<http.ClientRequest> {
  const url = await getSignedUrl(client, new PutObjectCommand({ Bucket, Key }), { expiresIn: 60 });
  const request = http.request(url, { method: 'PUT', headers: { 'content-length': 4_000_000 } });
  request.on('error', () => undefined);
  await new Promise<void>((resolve) => request.write(Buffer.alloc(1_000_000), () => resolve()));
  return request;
}
