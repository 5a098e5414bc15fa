import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announce, aPerson, requestUpload, startAssets } from '../../testing/index.ts';
import type { RunningAssets } from '../../testing/index.ts';
import { TRASH_MS } from '../domain/asset.ts';
import { batchByBatch } from './batch-by-batch.ts';
import { emptyTrash } from './empty-trash.ts';
import { expireUploads } from './expire-uploads.ts';

const limit = 3;

describe('what is due in many batches', () => {
  /** So much is due; each batch takes its share of it. */
  const due = (count: number) => {
    const taken: number[] = [];
    const take = (most: number) => {
      const found = Math.min(most, count - taken.reduce((sum, one) => sum + one, 0));
      taken.push(found);
      return Promise.resolve({ found, done: found });
    };
    return { taken, take };
  };

  it('is worked off until a batch is short', async () => {
    const { taken, take } = due(8);

    expect(await batchByBatch({ limit, take })).toBe(8);
    expect(taken).toEqual([3, 3, 2]);
  });

  it('waits for the next round when the turn is over, or the process is to stop', async () => {
    expect(await batchByBatch({ limit, take: due(8).take }, { turnMs: 0 })).toBe(3);
    expect(await batchByBatch({ limit, take: due(8).take }, { signal: AbortSignal.abort() })).toBe(3);
  });

  it('is left alone when others are at all of it', async () => {
    let batches = 0;
    const take = () => Promise.resolve({ found: limit, done: (batches += 1) && 0 });

    expect(await batchByBatch({ limit, take })).toBe(0);
    expect(batches).toBe(1);
  });
});

describe('a round of tidying', () => {
  const [DRAFTS, THROWN] = [101, 51];
  let running: RunningAssets;
  beforeAll(async () => {
    running = await startAssets();
  });
  afterAll(() => running.stop());

  it('ends more drafts, and removes more of the trash, than a batch holds', { timeout: 120_000 }, async () => {
    const person = aPerson();
    const bytes = new TextEncoder().encode('one of many');
    for (let i = 0; i < DRAFTS; i++) await requestUpload(running.ask, person, announce({ bytes }));
    const thrown = aPerson();
    const old = { ownerId: thrown.userId, status: 'READY' as const, trashedAt: new Date(0) };
    for (let i = 0; i < THROWN; i++) await requestUpload(running.ask, thrown, announce({ bytes }));
    await running.db.collection('assets').updateMany({ ownerId: thrown.userId }, { $set: old });

    running.advance(TRASH_MS);
    const turn = { turnMs: Infinity };
    expect(await expireUploads(running.deps, turn)).toBe(DRAFTS);
    expect(await emptyTrash(running.deps, turn)).toBe(THROWN);

    const left = await running.db
      .collection('assets')
      .countDocuments({ status: { $in: ['AWAITING_UPLOAD', 'READY'] } });
    expect(left).toBe(0);
    for (const { userId } of [person, thrown])
      expect(await running.deps.storage.find(userId)).toMatchObject({ usedBytes: 0, reservedBytes: 0, moves: [] });
  });
});
