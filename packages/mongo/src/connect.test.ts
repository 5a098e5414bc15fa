import { testStack, uniqueName } from '@modu/testkit';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startLine } from '../testing/start-line.ts';
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

  it('asks for every write to be in the journal, of most where there are several, before it is acknowledged', async () => {
    const line = await startLine(serverUrl());
    const { db, close } = await connectMongo({ url: line.url, appName: 'modu-mongo-test' });
    onTestFinished(() => close());
    const things = db.collection<{ _id: string; n?: number }>('things');

    await things.createIndex({ n: 1 });
    await things.insertOne({ _id: 'a' });
    await things.insertMany([{ _id: 'b' }]);
    await things.updateOne({ _id: 'a' }, { $set: { n: 1 } });
    await things.findOneAndUpdate({ _id: 'a' }, { $inc: { n: 1 } });
    await things.bulkWrite([{ updateOne: { filter: { _id: 'b' }, update: { $set: { n: 3 } } } }]);
    await things.deleteMany({});
    await db.dropDatabase();

    const names = ['createIndexes', 'insert', 'insert', 'update', 'findAndModify', 'update', 'delete', 'dropDatabase'];
    const writes = line.commands().filter(({ name }) => names.includes(name));
    expect(writes.map(({ name, body }) => [name, body['writeConcern'] as unknown])).toEqual(
      names.map((name) => [name, { w: 'majority', j: true }]),
    );
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
