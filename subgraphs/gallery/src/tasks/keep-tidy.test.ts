import { aPerson } from '@modu/assets/testing';
import { createLogger } from '@modu/logger';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startGallery, writeRows } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';
import { keepTidy } from './keep-tidy.ts';

let gallery: RunningGallery;
beforeAll(async () => {
  gallery = await startGallery();
});
afterAll(() => gallery.stop());

it('goes on to what is left of counts, archives and guesses where the trash can’t be emptied', async () => {
  const { userId: ownerId } = aPerson();
  await writeRows(gallery, ownerId, [{}]);
  await gallery.database.image.deleteMany({ where: { ownerId } });
  const emptied = () => gallery.database.imageDay.count({ where: { ownerId } });
  expect(await emptied()).toBe(1);
  await gallery.database.guessCount.create({ data: { key: ownerId, points: 1, expire: new Date(0) } });

  const logged: string[] = [];
  const logger = createLogger({ level: 'error', destination: { write: (line: string) => void logged.push(line) } });
  const purges = new Proxy(gallery.deps.purges, {
    get: () => () => Promise.reject(new Error('the trash is locked')),
  });
  const tidying = keepTidy({ ...gallery.deps, purges }, { logger, everyMs: 60_000 });
  try {
    await vi.waitFor(async () => {
      expect(await emptied()).toBe(0);
      expect(await gallery.database.guessCount.count({ where: { key: ownerId } })).toBe(0);
    });
  } finally {
    await tidying.stop();
  }
  expect(logged.map((line) => (JSON.parse(line) as { kind: string }).kind)).toEqual(['purged']);
});
