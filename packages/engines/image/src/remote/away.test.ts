import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { EngineError } from '../engine-error.ts';
import { openHttp } from './http.ts';

/** A server that takes each request and hangs up over it. */
async function openDropping() {
  const heard: (string | undefined)[] = [];
  const server = createServer((request) => {
    heard.push(request.method);
    request.socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { heard, url, close: () => new Promise((resolve) => server.close(resolve)) };
}

const failureOf = (baseUrl: string, method: 'GET' | 'POST'): Promise<EngineError> =>
  openHttp(baseUrl)
    .json('/images/generations', z.object({}), { method, ...(method === 'POST' ? { body: { n: 1 } } : {}) })
    .then(
      () => expect.unreachable(),
      (error: unknown) => error as EngineError,
    );

it('an order that reached nobody may be given again; one that somebody took and hung up over may have been made', async () => {
  const dropping = await openDropping();
  expect(await failureOf(dropping.url, 'POST')).toMatchObject({ code: 'UNREACHABLE', isAway: false });
  expect(dropping.heard).toContain('POST');
  await dropping.close();
  expect(await failureOf(dropping.url, 'POST')).toMatchObject({ code: 'UNREACHABLE', isAway: true });
});

it('what is asked of an order that was taken says nothing of who may have it', async () => {
  const dropping = await openDropping();
  await dropping.close();
  expect(await failureOf(dropping.url, 'GET')).toMatchObject({ code: 'UNREACHABLE', isAway: false });
});
