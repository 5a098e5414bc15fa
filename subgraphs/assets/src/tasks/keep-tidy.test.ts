import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '@modu/logger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announce, aPerson, requestUpload, startAssets } from '../../testing/index.ts';
import type { RunningAssets } from '../../testing/index.ts';
import { COMPLETION_GRACE_MS } from '../domain/asset.ts';
import { keepTidy } from './keep-tidy.ts';

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
});
