import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '@modu/logger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announce, aPerson, requestUpload, startAssets } from '../../testing/index.ts';
import type { RunningAssets, Ticket } from '../../testing/index.ts';
import { COMPLETION_GRACE_MS, TRASH_MS } from '../domain/asset.ts';
import { keepTidy, tidyOnce } from './keep-tidy.ts';

const logger = createLogger({ level: 'silent' });
const bytes = new TextEncoder().encode('never put');
let running: RunningAssets;

beforeAll(async () => {
  running = await startAssets();
});
afterAll(() => running.stop());

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(10);
}

describe('tidying', () => {
  it('ends drafts that nobody finished, round after round, though a round fails', async () => {
    const person = aPerson();
    const { listExpired } = running.deps.assets;
    let rounds = 0;
    running.deps.assets.listExpired = (options) => {
      rounds += 1;
      return rounds === 1 ? Promise.reject(new Error('the database is away')) : listExpired(options);
    };
    await requestUpload(running.ask, person, announce({ bytes }));
    running.advance(COMPLETION_GRACE_MS * 3);

    const tidying = keepTidy(running.deps, { logger, everyMs: 10 });
    await until(async () => (await running.deps.storage.find(person.userId))?.reservedBytes === 0);
    await tidying.stop();
    const roundsAtStop = rounds;
    expect(roundsAtStop).toBeGreaterThan(1);
    await sleep(50);
    expect(rounds).toBe(roundsAtStop);
  });

  it('goes past bytes that the bucket does not let go of, round after round', async () => {
    const [stuck, other] = [aPerson(), aPerson()];
    const ids: string[] = [];
    for (const person of [stuck, stuck, other]) {
      const ticket = await requestUpload(running.ask, person, announce({ bytes }));
      ids.push((ticket as unknown as Ticket).id);
    }
    running.advance(COMPLETION_GRACE_MS * 3);
    const { remove } = running.deps.blobs;
    const refused = ids.slice(0, 2);
    const blobs = {
      ...running.deps.blobs,
      remove: (key: string) =>
        refused.some((id) => key.includes(id)) ? Promise.reject(new Error('held for good')) : remove(key),
    };
    const left = async () => {
      const due = await running.db
        .collection('assets')
        .find({ sweepAt: { $exists: true } })
        .toArray();
      const dueIds = new Set(due.map(({ _id }) => String(_id)));
      return ids.filter((id) => dueIds.has(id));
    };

    for (let round = 0; round < 2; round += 1) {
      await tidyOnce({ ...running.deps, blobs }, logger);
      running.advance(60_000);
    }
    expect(await left()).toEqual(refused);

    running.advance(TRASH_MS);
    await tidyOnce(running.deps, logger);
    expect(await left()).toEqual([]);
  });
});
