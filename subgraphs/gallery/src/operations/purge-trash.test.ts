import { aPerson } from '@modu/assets/testing';
import { createLogger } from '@modu/logger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGallery, writeRows } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';
import type { AssetsClient } from '../store/assets-client.ts';
import { purgeTrash } from './purge-trash.ts';

let gallery: RunningGallery;
beforeAll(async () => {
  gallery = await startGallery();
});
afterAll(() => gallery.stop());

const quietly = { logger: createLogger({ level: 'silent' }), signal: new AbortController().signal };
const purge = (removeFile: AssetsClient['removeFile']) =>
  purgeTrash({ ...gallery.deps, assets: { ...gallery.deps.assets, removeFile } }, quietly);

/** Pictures that were deleted for good. */
async function gone(count: number): Promise<string> {
  const { userId: ownerId } = aPerson();
  const deletedAt = new Date(Date.now() - 60_000);
  const rows = Array.from({ length: count }, () => ({ deletedAt }));
  await writeRows(gallery, ownerId, rows);
  await gallery.deps.purges.markSome(ownerId, { now: gallery.deps.now(), limit: count });
  return ownerId;
}
const left = (ownerId: string) => gallery.database.image.count({ where: { ownerId } });

describe('a round through the trash', () => {
  it('asks for some files at a time to go, not for one after the other', async () => {
    const ownerId = await gone(120);
    let open = 0;
    let most = 0;
    const outcome = await purge(async () => {
      most = Math.max(most, ++open);
      await new Promise((resolve) => setImmediate(resolve));
      open--;
    });
    expect(outcome).toEqual({ purged: 120, isCut: false });
    expect(most).toBe(5);
    expect(await left(ownerId)).toBe(0);
  });

  it('is cut when it takes long, so that other tidying gets its turn, and the next goes on', async () => {
    const ownerId = await gone(120);
    let removed = 0;
    const slow = async () => {
      if (++removed === 100) gallery.advance(20_000);
    };
    expect(await purge(slow)).toEqual({ purged: 50, isCut: true });
    expect(await left(ownerId)).toBe(70);
    expect(await purge(async () => undefined)).toEqual({ purged: 70, isCut: false });
  });

  it('tries each picture once, those that fail too, and takes the others along', async () => {
    const ownerId = await gone(60);
    const [stuck] = await gallery.database.image.findMany({ where: { ownerId }, take: 1 });
    let tries = 0;
    const outcome = await purge(async (assetId) => {
      if (assetId !== stuck?.assetId) return;
      tries++;
      throw new Error('down');
    });
    expect(outcome).toEqual({ purged: 59, isCut: false });
    expect(tries).toBe(1);
    expect(await left(ownerId)).toBe(1);
  });
});
