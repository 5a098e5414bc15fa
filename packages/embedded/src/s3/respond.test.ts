import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { S3Error } from './protocol/s3-error.ts';
import { sendError } from './respond.ts';

it.each([
  ['is answered at once where it waits to be told to send its body', false, true],
  ['is answered once its body had time to come, so that it reads the answer', true, false],
])('a client that is refused %s', async (_when, isBodyComing, isAnsweredAtOnce) => {
  const server = createServer();
  const answered = new Promise<boolean>((resolve) => {
    server.on('checkContinue', (incoming, response) => {
      sendError({ request: incoming, response }, new S3Error('AccessDenied'), {
        onError: () => undefined,
        isBodyComing,
      });
      resolve(response.writableEnded);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const headers = { expect: '100-continue', 'content-length': 10 };
  const put = request({ port, host: '127.0.0.1', method: 'PUT', path: '/modu/object', headers });
  put.flushHeaders();

  expect(await answered).toBe(isAnsweredAtOnce);

  if (isBodyComing) put.end('0123456789');
  const [answer] = (await once(put, 'response')) as [{ statusCode: number; headers: Record<string, string> }];
  expect(answer).toMatchObject({ statusCode: 403, headers: { connection: 'close' } });
  put.destroy();
  server.close();
});
