import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createId } from '@modu/ids';
import { migrate, withClient } from '@modu/postgres';
import { testDatabase } from '@modu/testkit';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { seedImages } from './seed-images.ts';

const MIGRATIONS_DIR = fileURLToPath(new URL('../../subgraphs/gallery/prisma/migrations', import.meta.url));
const pool = [{ assetId: createId(), thumbnailAssetId: createId(), thumbhash: 'x', width: 1, height: 1 }] as const;

/** A gallery of its own, and all that `seedImages` may change of how it is searched. */
async function gallery() {
  const database = await testDatabase('seed-images');
  onTestFinished(() => database.drop());
  await migrate({ url: database.url, dir: MIGRATIONS_DIR });
  const read = async (sql: string) =>
    withClient(database.url, async (client) => (await client.query(sql)).rows as unknown[]);
  return {
    url: database.url,
    indexes: () => read("SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'images' ORDER BY indexname"),
    tables: () => read('SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename'),
    count: () => read('SELECT count(*)::int AS count FROM images'),
  };
}

it('a gallery that is filled anew after a filling that was killed has all its indexes of words again', async () => {
  const { url, indexes, tables, count } = await gallery();
  const before = [await indexes(), await tables()];
  const ownerId = createId();
  const killed = new pg.Client(url);
  killed.on('error', () => undefined);
  await killed.connect();
  // As when its process is killed: from then on it can ask for nothing.
  const kill = () => (killed as unknown as { connection: { stream: Socket } }).connection.stream.destroy();
  await expect(seedImages(killed, { ownerId, count: 40, pool, batch: 20, onProgress: kill })).rejects.toThrow();
  expect(await indexes()).not.toEqual(before[0]);

  const client = new pg.Client(url);
  await client.connect();
  onTestFinished(() => client.end());
  await seedImages(client, { ownerId, count: 20, pool, onProgress: () => undefined });

  expect([await indexes(), await tables()]).toEqual(before);
  expect(await count()).not.toEqual([{ count: 0 }]);
});
