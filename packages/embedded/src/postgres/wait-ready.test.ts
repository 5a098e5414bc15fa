import net from 'node:net';
import { createLogger } from '@modu/logger';
import { afterEach, describe, expect, it } from 'vitest';
import { waitUntilReady } from './wait-ready.ts';

const SILENCE_MAX_MS = 100;
const logger = createLogger({ level: 'fatal' });

/** What PostgreSQL sends to everybody while it replays its log, as bytes of its protocol. */
function recovering(): Buffer {
  const fields = Buffer.from('SFATAL\0VFATAL\0C57P03\0Mthe database system is not yet accepting connections\0\0');
  const length = Buffer.alloc(4);
  length.writeInt32BE(fields.length + 4);
  return Buffer.concat([Buffer.from('E'), length, fields]);
}

describe('waiting for PostgreSQL', () => {
  let server: net.Server | undefined;
  const listen = async (answer: (socket: net.Socket) => void): Promise<string> => {
    const listening = net.createServer(
      (socket) => void socket.on('error', () => {}).once('data', () => answer(socket)),
    );
    server = listening;
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    return `postgresql://postgres:x@127.0.0.1:${(listening.address() as net.AddressInfo).port}/postgres`;
  };

  afterEach(() => server?.close());

  it('does not end while it says that it recovers, however long that takes', async () => {
    const since = performance.now();
    const url = await listen((socket) => socket.end(recovering()));
    const isGone = () => performance.now() - since > 8 * SILENCE_MAX_MS;

    await waitUntilReady({ url, isGone, logger, silenceMaxMs: SILENCE_MAX_MS });

    expect(isGone()).toBe(true);
  });

  it('ends when it says nothing any more', async () => {
    const url = await listen((socket) => socket.destroy());

    await expect(waitUntilReady({ url, isGone: () => false, logger, silenceMaxMs: SILENCE_MAX_MS })).rejects.toThrow();
  });

  it('ends when its owner is stopped', async () => {
    const stopping = new AbortController();
    const url = await listen((socket) => {
      stopping.abort(new Error('the owner stops'));
      socket.end(recovering());
    });

    const waiting = waitUntilReady({ url, isGone: () => false, logger, stopping: stopping.signal });

    await expect(waiting).rejects.toThrow('the owner stops');
  });
});
