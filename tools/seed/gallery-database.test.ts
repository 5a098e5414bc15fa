import type { Stack, StackOptions } from '@modu/embedded';
import { expect, it } from 'vitest';
import { findGalleryDatabase } from './gallery-database.ts';

/** Servers of a data directory that write down whether they were asked for. */
async function find(environment: Record<string, string>) {
  const asked: StackOptions['dataDir'][] = [];
  const secrets = { internalSecret: 'x'.repeat(43), authSecret: 'x'.repeat(43) };
  const s3 = { endpoint: 'http://embedded', region: 'r', accessKeyId: 'k', secretAccessKey: 's', bucket: 'modu' };
  const { url, release } = await findGalleryDatabase({
    environment,
    dataDir: '.modu',
    acquire: ({ dataDir }) => {
      asked.push(dataDir);
      const stack = { postgresUrl: (name: string) => `postgresql://embedded/${name}`, secrets, s3 };
      const more = { mongoUrl: (name: string) => `mongodb://embedded/${name}`, stop: () => Promise.resolve() };
      return Promise.resolve({ ...stack, ...more } as Partial<Stack> as Stack);
    },
  });
  await release();
  return { url, asked };
}

it('is that of the host: on the one server that was given for all, under its own name, or beside the host on embedded servers', async () => {
  const POSTGRES_URL = 'postgresql://modu@postgres:5432/postgres';
  const GALLERY_DATABASE_URL = 'postgresql://modu@elsewhere/pictures';

  expect(await find({ POSTGRES_URL })).toEqual({ url: 'postgresql://modu@postgres:5432/gallery', asked: [] });
  expect(await find({ POSTGRES_URL, GALLERY_DATABASE_URL })).toEqual({ url: GALLERY_DATABASE_URL, asked: [] });
  expect(await find({})).toEqual({ url: 'postgresql://embedded/gallery', asked: ['.modu'] });
});
