import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { createBlobs } from './blobs.ts';

it('what is tried of a ticket is taken away also where its second call fails', async () => {
  const asked: string[] = [];
  const bucket = createServer((request, response) => {
    asked.push(`${request.method} ${(request.url ?? '').split('?')[0]}`);
    const puts = asked.filter((one) => one.startsWith('PUT')).length;
    if (request.method === 'PUT' && puts > 1) request.socket.destroy();
    else response.writeHead(request.method === 'DELETE' ? 204 : 200).end();
  });
  bucket.listen(0, '127.0.0.1');
  await once(bucket, 'listening');
  const blobs = createBlobs({
    S3_ENDPOINT: `http://127.0.0.1:${(bucket.address() as AddressInfo).port}`,
    S3_REGION: 'us-east-1',
    S3_BUCKET: 'modu',
    S3_ACCESS_KEY_ID: 'proof-key',
    S3_SECRET_ACCESS_KEY: 'proof-secret',
    S3_FORCE_PATH_STYLE: true,
  });

  await expect(blobs.findLooseness()).rejects.toThrow();

  expect(asked).toEqual(['PUT /modu/probe/ticket', 'PUT /modu/probe/ticket', 'DELETE /modu/probe/ticket']);
  blobs.close();
  bucket.close();
});
