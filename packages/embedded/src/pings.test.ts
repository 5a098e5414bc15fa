import { once } from 'node:events';
import net from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryDataDir } from '../testing/temporary-data-dir.ts';
import type { MongoServer } from './mongo/server.ts';
import { startMongoServer } from './mongo/server.ts';
import { pingHttp, pingMongo } from './pings.ts';

describe('a ping', () => {
  let dir: Awaited<ReturnType<typeof temporaryDataDir>>;
  let mongo: MongoServer;
  let mute: net.Server;

  beforeEach(async () => {
    dir = await temporaryDataDir();
    mongo = await startMongoServer({ dir: dir.path, port: 0 });
    mute = net.createServer((socket) => void socket.on('error', () => {})).listen(0, '127.0.0.1');
    await once(mute, 'listening');
  });
  afterEach(async () => {
    mute.close();
    await mongo.close();
    await dir.remove();
  });

  it('is answered by the embedded MongoDB', async () => {
    await expect(pingMongo(mongo.port, AbortSignal.timeout(5_000))).resolves.toBeUndefined();
  });

  it.each([
    ['MongoDB', pingMongo],
    ['HTTP', pingHttp],
  ])('of %s fails where somebody takes connections and says nothing, and where nobody is', async (_, ping) => {
    const { port } = mute.address() as net.AddressInfo;
    await expect(ping(port, AbortSignal.timeout(200))).rejects.toThrow();
    await expect(ping(1, AbortSignal.timeout(200))).rejects.toThrow();
  });
});
