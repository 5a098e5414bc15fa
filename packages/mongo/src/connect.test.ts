import { once } from 'node:events';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { testStack, uniqueName } from '@modu/testkit';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connectMongo, isDuplicateKey } from './index.ts';

const QUICK = { appName: 'modu-mongo-test', serverSelectionTimeoutMs: 300, commandTimeoutMs: 300 };
/** Long enough for a busy machine to connect. */
const PATIENT = { ...QUICK, serverSelectionTimeoutMs: 20_000, commandTimeoutMs: 1_000 };

/** Where the server of the test run listens, with a database of this test's own. */
function serverUrl(): URL {
  const url = new URL(testStack().mongoUrl);
  url.pathname = `/${uniqueName('mongo')}`;
  return url;
}

/** A line to a server that can be cut without either end noticing. */
async function startLine(target?: URL) {
  const sockets = new Set<net.Socket>();
  let cut = target === undefined;
  const line = net.createServer((client) => {
    sockets.add(client.on('error', () => client.destroy()));
    if (!target) return;
    const server = net.connect(Number(target.port), target.hostname);
    sockets.add(server.on('error', () => server.destroy()));
    client.on('data', (chunk) => cut || server.write(chunk));
    server.on('data', (chunk) => cut || client.write(chunk));
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    line.close();
  });
  const { port } = line.address() as AddressInfo;
  return { url: `mongodb://127.0.0.1:${port}/x?directConnection=true`, cut: () => void (cut = true) };
}

describe('a connection', () => {
  it('writes into the database that its URL names, and reads it back', async () => {
    const url = serverUrl();
    const { db, close } = await connectMongo({ url: url.href, appName: 'modu-mongo-test' });
    onTestFinished(() => close());

    expect(db.databaseName).toBe(url.pathname.slice(1));
    await db.collection<{ _id: string }>('things').insertOne({ _id: 'a' });
    expect(await db.collection('things').countDocuments()).toBe(1);
    await db.dropDatabase();
  });

  it('tells a taken unique value from other failures', async () => {
    const { db, close } = await connectMongo({ url: serverUrl().href, appName: 'modu-mongo-test' });
    onTestFinished(() => close());
    const things = db.collection<{ _id: string }>('things');
    await things.insertOne({ _id: 'a' });

    const taken: unknown = await things.insertOne({ _id: 'a' }).catch((error: unknown) => error);
    expect(isDuplicateKey(taken)).toBe(true);
    expect(isDuplicateKey(new Error('E11000'))).toBe(false);
    await db.dropDatabase();
  });

  it('is refused without a database in the URL', async () => {
    await expect(connectMongo({ ...QUICK, url: 'mongodb://127.0.0.1:1' })).rejects.toThrow('name a database');
    await expect(connectMongo({ ...QUICK, url: 'mongodb://127.0.0.1:1/?tls=false' })).rejects.toThrow(
      'name a database',
    );
  });

  it('fails when a server takes the call but never speaks', async () => {
    const silent = await startLine();

    await expect(connectMongo({ ...QUICK, url: silent.url })).rejects.toThrow(/timed out|ETIMEDOUT/i);
  });

  it('fails a command whose answer never comes, instead of waiting for ever', async () => {
    const line = await startLine(serverUrl());
    const { db, close } = await connectMongo({ ...PATIENT, url: line.url });
    onTestFinished(() => close());
    line.cut();

    await expect(db.collection('things').countDocuments()).rejects.toThrow(/timed out/i);
  });
});
