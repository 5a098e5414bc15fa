import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { putBlob } from './put-blob.ts';
import { NotTakenError } from './upload-error.ts';

it.each([
  [403, (error: unknown) => error instanceof NotTakenError],
  [503, (error: unknown) => (error as { problem?: { kind?: string } }).problem?.kind === 'network'],
  [400, (error: unknown) => !(error instanceof NotTakenError)],
])('a bucket that answers %i is told from others', async (status, isThat) => {
  const server = createServer((request, response) => {
    response
      .writeHead(request.method === 'OPTIONS' ? 204 : status, {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': '*',
      })
      .end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const put = putBlob({
    ...{ method: 'PUT', url: `http://127.0.0.1:${port}/`, headers: [], body: new Blob(['a']), onSent: () => undefined },
    signal: new AbortController().signal,
  });
  const error: unknown = await put.catch((thrown: unknown) => thrown);
  await new Promise((closed) => server.close(closed));
  expect(isThat(error)).toBe(true);
});
