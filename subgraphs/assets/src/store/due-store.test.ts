import { connectMongo } from '@modu/mongo';
import { testMongo } from '@modu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCollections } from './collections.ts';
import type { AssetDocument } from './collections.ts';
import { createDueStore } from './due-store.ts';

let database: Awaited<ReturnType<typeof testMongo>>;
let connection: Awaited<ReturnType<typeof connectMongo>>;

beforeAll(async () => {
  database = await testMongo('assets-due');
  connection = await connectMongo({ url: database.url, appName: 'modu-assets-due-test' });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

const now = new Date();
const due = (id: string, contentType: string, sinceMs: number): AssetDocument => ({
  ...{ _id: id, ownerId: 'ada', filename: id, contentType, sizeBytes: 1, sha256: '', purpose: 'FILE', status: 'READY' },
  ...{ objectKey: id, reservation: id, createdAt: now, expiresAt: now, deriveAt: new Date(now.getTime() - sinceMs) },
});

it('hands out quick work past slow work that has waited longer, and each in its order', async () => {
  const { assets } = openCollections(connection.db);
  await assets.insertMany([
    due('first book', 'application/pdf', 5_000),
    due('second book', 'application/pdf', 4_000),
    due('first picture', 'image/png', 3_000),
    due('second picture', 'image/webp', 2_000),
    due('not yet', 'image/png', -60_000),
  ]);
  const slow = { contentType: { $not: /^image\// } };
  const store = createDueStore(assets, { status: 'READY', at: 'deriveAt', tries: 'deriveTries', slow });
  const take = async (lane: 'QUICK' | 'SLOW') => (await store.claim({ now, leaseMs: 1_000, lane }))?.asset.id;

  expect([await take('QUICK'), await take('QUICK'), await take('QUICK')]).toEqual([
    'first picture',
    'second picture',
    undefined,
  ]);
  expect([await take('SLOW'), await take('SLOW'), await take('SLOW')]).toEqual([
    'first book',
    'second book',
    undefined,
  ]);
});
