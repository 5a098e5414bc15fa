import { mkdir, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { hydrateSymlinks } from './binaries.ts';

it('PostgreSQL finds its libraries although npm ran no install scripts', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'modu-binaries-'));
  await mkdir(path.join(root, 'native/lib'), { recursive: true });
  await writeFile(path.join(root, 'native/lib/libpq.so.5.18'), 'library');
  await writeFile(
    path.join(root, 'native/pg-symlinks.json'),
    JSON.stringify([
      { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
      { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' },
    ]),
  );

  await Promise.all([hydrateSymlinks(root), hydrateSymlinks(root)]);
  await hydrateSymlinks(root);

  expect(await readFile(path.join(root, 'native/lib/libpq.so.5'), 'utf8')).toBe('library');
  expect(await readlink(path.join(root, 'native/lib/libpq.so'))).toBe('libpq.so.5.18');
  await rm(root, { recursive: true });
});
