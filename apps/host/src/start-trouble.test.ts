import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { explainStartTrouble } from './start-trouble.ts';

const servers: ReturnType<typeof createServer>[] = [];

async function occupy(answer: string): Promise<number> {
  const server = createServer((_request, response) => response.end(answer));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** The error that a second server on the same port really gets. */
function listenAgain(port: number): Promise<unknown> {
  return new Promise((resolve) => createServer().once('error', resolve).listen(port, '127.0.0.1'));
}

afterEach(() => servers.splice(0).forEach((server) => server.close()));

describe('a port that is taken', () => {
  it('by a studio: says where it runs', async () => {
    const port = await occupy('{"live":true}');

    expect(await explainStartTrouble(await listenAgain(port))).toContain(`already runs at http://localhost:${port}`);
  });

  it('by something else: says so, and how to take another', async () => {
    const port = await occupy('hello');

    expect(await explainStartTrouble(await listenAgain(port))).toContain(`PORT=${port + 1} npm start`);
  });
});

it('an error nobody knows is shown whole', async () => {
  const error = new Error('the disk is full');

  expect(await explainStartTrouble(error)).toBe(error);
});
