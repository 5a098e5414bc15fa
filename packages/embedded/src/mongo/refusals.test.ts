import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BSONSymbol } from 'mongodb';
import type { Collection, Document } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshCollection } from './testing/fresh-collection.ts';
import { embeddedTarget } from './testing/target.ts';
import type { OpenTarget } from './testing/target.ts';
import { startMongoServer } from './server.ts';

// What a real MongoDB can and this one cannot. It must say so: an answer that is merely near the truth would be believed.
describe('what the embedded MongoDB does not offer, it refuses', () => {
  let target: OpenTarget;
  let images: Collection<Document>;
  beforeAll(async () => {
    target = await embeddedTarget.open();
    images = freshCollection(target);
    await images.insertMany([
      { n: 1, s: 'a' },
      { n: 2, s: 'b' },
    ]);
  });
  afterAll(() => target.close());

  const notImplemented = { code: 238 };
  const asks: readonly (readonly [what: string, ask: () => Promise<unknown>, refusal: object])[] = [
    [
      'collations',
      () => images.find({ s: 'A' }, { collation: { locale: 'en', strength: 2 } }).toArray(),
      notImplemented,
    ],
    [
      'collations of updates',
      () => images.updateOne({}, { $set: { n: 1 } }, { collation: { locale: 'en' } }),
      notImplemented,
    ],
    [
      'regular expressions that take for ever',
      () => {
        const letters = `${'a'.repeat(26)}!`;
        return images.aggregate([{ $project: { x: { $regexMatch: { input: letters, regex: '^(a+)+$' } } } }]).toArray();
      },
      { code: 50 },
    ],
    ['text search', () => images.find({ $text: { $search: 'a' } }).toArray(), notImplemented],
    ['text indexes', () => images.createIndex({ s: 'text' }), notImplemented],
    ['geometry', () => images.find({ at: { $near: [1, 1] } }).toArray(), notImplemented],
    ['geometry indexes', () => images.createIndex({ at: '2dsphere' }), notImplemented],
    ['hashed indexes', () => images.createIndex({ s: 'hashed' }), notImplemented],
    ['wildcard indexes', () => images.createIndex({ '$**': 1 }), notImplemented],
    ['code in queries', () => images.find({ $where: 'true' }).toArray(), notImplemented],
    ['JSON schemas', () => images.find({ $jsonSchema: {} }).toArray(), notImplemented],
    ['$out', () => images.aggregate([{ $out: 'other' }]).toArray(), notImplemented],
    ['$merge', () => images.aggregate([{ $merge: 'other' }]).toArray(), notImplemented],
    ['window functions', () => images.aggregate([{ $setWindowFields: {} }]).toArray(), notImplemented],
    [
      'expressions it lacks',
      () => images.aggregate([{ $project: { x: { $function: {} } } }]).toArray(),
      notImplemented,
    ],
    ['change streams', () => images.watch().next(), { code: 40573 }],
    ['capped collections', () => target.db.createCollection('capped', { capped: true, size: 1000 }), notImplemented],
    ['validators', () => target.db.createCollection('valid', { validator: { n: 1 } }), notImplemented],
    ['tailable cursors', () => images.find({}, { tailable: true }).toArray(), notImplemented],
    ['linearizable reads', () => images.find({}, { readConcern: { level: 'linearizable' } }).toArray(), notImplemented],
    ['more than one copy of a write', () => images.insertOne({}, { writeConcern: { w: 2 } }), { code: 2 }],
    ['unknown options', () => target.db.command({ find: images.collectionName, somethingNew: 1 }), notImplemented],
    ['unknown commands', () => target.db.command({ mapReduce: images.collectionName }), { code: 59 }],
    [
      'numbered (retryable) writes',
      () => target.db.command({ insert: 'x', documents: [{}], txnNumber: 1 }),
      { code: 20 },
    ],
    ['deprecated types', () => images.insertOne({ symbol: new BSONSymbol('a') }), { code: 2 }],
    ['index keys beyond its size', () => withIndex(images), { code: 17280 }],
  ];

  it.each(asks)('%s', async (_what, ask, refusal) => {
    await expect(ask()).rejects.toMatchObject(refusal);
  });

  it('transactions: nothing is written', async () => {
    const session = target.client.startSession();
    const work = session.withTransaction(() => images.insertOne({ lost: true }, { session }));
    await expect(work).rejects.toThrow(/Transaction numbers|retryable|transaction/i);
    await session.endSession();
    expect(await images.countDocuments({ lost: true })).toBe(0);
  });

  it('a sort or group that would not fit into memory', async () => {
    const large = freshCollection(target);
    for (let batch = 0; batch < 8; batch += 1)
      await large.insertMany(
        Array.from({ length: 15 }, (_, n) => ({ n: batch * 15 + n, text: 'x'.repeat(1_000_000) })),
      );
    await expect(large.aggregate([{ $group: { _id: null, all: { $push: '$text' } } }]).toArray()).rejects.toMatchObject(
      { code: 292 },
    );
    const sorted = await large.find().sort({ n: -1 }).toArray();
    expect(sorted.map(({ n }) => n as number)).toEqual(Array.from({ length: 120 }, (_, index) => 119 - index));
  });

  it('bytes that are no message: that connection ends, the others go on', async () => {
    const { port } = target.client.options.hosts[0] ?? {};
    const cases = [
      Buffer.alloc(16),
      Buffer.from('GET / HTTP/1.1\r\n\r\n'),
      Buffer.concat([Buffer.from([21, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0xdd, 7, 0, 0]), Buffer.from([0, 0, 0, 0, 9])]),
    ];
    for (const bytes of cases) {
      const socket = connect(port ?? 0, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(bytes);
      await once(socket, 'close');
    }
    expect(await images.countDocuments({ n: 1 })).toBe(1);
  });
});

describe('a document that became too deep', () => {
  let target: OpenTarget;
  beforeAll(async () => {
    target = await embeddedTarget.open();
  });
  afterAll(() => target.close());

  it('is refused before it is stored, since nobody could read it again', async () => {
    const images = freshCollection(target);
    await images.insertOne({ n: 1 });
    let deep: Document = { v: 1 };
    for (let level = 0; level < 160; level += 1) deep = { d: deep };
    const path = Array.from({ length: 30 }, (_, level) => `p${level}`).join('.');

    await expect(images.updateOne({ n: 1 }, { $set: { [path]: deep } })).rejects.toMatchObject({ code: 15 });

    await images.updateOne({ n: 1 }, { $set: { m: 1 } });
    expect(await images.findOne({ n: 1 })).toMatchObject({ n: 1, m: 1 });
  });
});

async function withIndex(images: Collection<Document>): Promise<unknown> {
  await images.createIndex({ long: 1 });
  return images.insertOne({ long: 'x'.repeat(3000) });
}

describe('a directory in use', () => {
  it('is refused to a second server, with the process that holds it', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'held-'));
    const first = await startMongoServer({ dir, port: 0 });
    await expect(startMongoServer({ dir, port: 0 })).rejects.toThrow(`process ${process.pid}`);
    await first.close();
    const second = await startMongoServer({ dir, port: 0 });
    await second.close();
    await rm(dir, { recursive: true });
  });
});
