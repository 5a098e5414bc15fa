import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { AnswerTooLong } from '@modu/http-calls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { download } from './download.ts';

const signal = new AbortController().signal;
const LIMITS = { sizeBytesMax: 1_000, timeoutMs: 20_000, signal };

async function serve(answer: http.RequestListener): Promise<string> {
  const server = http.createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe('a download', () => {
  it('brings the bytes', async () => {
    const url = await serve((_, response) => response.end('abc'));

    expect(Buffer.from(await download(url, LIMITS)).toString()).toBe('abc');
  });

  it('ends at the limit, though the server sends without end', async () => {
    const url = await serve((_, response) => {
      const more = setInterval(() => response.write(Buffer.alloc(400)), 1);
      response.on('close', () => clearInterval(more));
    });

    await expect(download(url, LIMITS)).rejects.toThrow(AnswerTooLong);
  });

  it('fails when the server stops in the middle or says no', async () => {
    const silent = await serve((_, response) => response.write('a'));
    const refusing = await serve((_, response) => response.writeHead(403).end());

    await expect(download(silent, { ...LIMITS, timeoutMs: 300 })).rejects.toThrow(/timeout/i);
    await expect(download(refusing, LIMITS)).rejects.toThrow('403');
  });
});
