import type { Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Blobs } from './index.ts';
import { BlobTimeoutError, createBlobs } from './index.ts';

/** A server that speaks as slowly as a test wants; the real ones cannot be made to. */
describe('a bucket that falls silent', () => {
  let server: Server;
  let blobs: Blobs;
  const open = async (answer: (response: ServerResponse) => void, callTimeoutMs = 300): Promise<void> => {
    server = createServer((_request, response) => answer(response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const settings = {
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_REGION: 'us-east-1',
      S3_BUCKET: 'silent',
      S3_ACCESS_KEY_ID: 'id',
      S3_SECRET_ACCESS_KEY: 'secret',
      S3_FORCE_PATH_STYLE: true,
    };
    blobs = createBlobs(settings, { callTimeoutMs, assembleTimeoutMs: callTimeoutMs, idleTimeoutMs: callTimeoutMs });
  };
  afterEach(() => {
    blobs.close();
    server.closeAllConnections();
    server.close();
  });

  it('before it answers is given up on', async () => {
    await open(() => undefined);

    await expect(blobs.head('any')).rejects.toBeInstanceOf(BlobTimeoutError);
    await expect(blobs.list({ prefix: '', limit: 1 })).rejects.toBeInstanceOf(BlobTimeoutError);
    const body = Buffer.from('x');
    await expect(blobs.put({ key: 'any', body, contentType: 'a/b' })).rejects.toBeInstanceOf(BlobTimeoutError);
  });

  it('in the middle of a body is given up on', async () => {
    await open((response) => {
      response.writeHead(200, { 'content-length': 10 });
      response.write('half');
    });

    await expect(blobs.get('any', { sizeBytesMax: 10 })).rejects.toBeInstanceOf(BlobTimeoutError);
  });

  it('never quite is read to the end, however long it takes', async () => {
    await open((response) => {
      response.writeHead(200, { 'content-length': 8 });
      void trickle(response, 8);
    }, 1_500);

    const bytes = await blobs.get('any', { sizeBytesMax: 10 });

    expect(Buffer.from(bytes).toString()).toBe('x'.repeat(8));
  });
});

/** One byte at a time: each soon enough, together longer than a call may take. */
async function trickle(response: ServerResponse, sizeBytes: number): Promise<void> {
  for (let n = 0; n < sizeBytes; n++) {
    response.write('x');
    await sleep(250);
  }
  response.end();
}
