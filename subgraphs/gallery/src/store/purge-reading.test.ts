import { aPerson } from '@modu/assets/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countReading, startGallery } from '../../testing/index.ts';
import type { ReadingCounter, RunningGallery } from '../../testing/index.ts';
import type { Image } from '../domain/image.ts';
import { createPurgeStore } from './purge-store.ts';

const MARKED = 3_000;
const AT_ONCE = 50;
const MARKED_AT = new Date('2026-05-01T09:00:00Z');

let gallery: RunningGallery;
let counter: ReadingCounter;

/** A trash that was emptied in one go, so that all of it is marked at one moment, beside a gallery. */
beforeAll(async () => {
  gallery = await startGallery();
  counter = countReading(gallery);
  const { userId } = aPerson();
  await gallery.database.$executeRaw`
    INSERT INTO images (id, owner_id, asset_id, thumbnail_asset_id, thumbhash, width, height, created_at, deleted_at, purge_started_at)
    SELECT gen_random_uuid(), ${userId}, gen_random_uuid(), gen_random_uuid(), '', 1, 1, now(),
      CASE WHEN n <= ${MARKED} THEN now() END, CASE WHEN n <= ${MARKED} THEN ${MARKED_AT}::timestamptz END
    FROM generate_series(1, ${2 * MARKED}::int) AS n`;
  await gallery.database.$executeRaw`VACUUM (ANALYZE) images`;
});
afterAll(() => gallery.stop());

describe('a large trash that was emptied', () => {
  it('is gone through batch by batch, each of which reads its own pictures alone, and none twice', async () => {
    const purges = createPurgeStore(counter.database);
    const seen = new Set<string>();
    let after: Image | undefined;
    for (let batch = 0; batch < MARKED / AT_ONCE; batch++) {
      const { answer, rows } = await counter.rowsOf(() =>
        purges.listMarked({ until: MARKED_AT, limit: AT_ONCE, after }),
      );
      expect(answer).toHaveLength(AT_ONCE);
      expect(rows, `batch ${batch}`).toBeLessThanOrEqual(2 * AT_ONCE);
      for (const { id } of answer) seen.add(id);
      after = answer.at(-1);
    }
    expect(seen.size).toBe(MARKED);
    expect(await purges.listMarked({ until: MARKED_AT, limit: AT_ONCE, after })).toEqual([]);
  });

  it('holds nothing that was marked after the round began', async () => {
    const before = new Date(MARKED_AT.getTime() - 1);
    expect(await createPurgeStore(gallery.database).listMarked({ until: before, limit: AT_ONCE })).toEqual([]);
  });
});
