import { createLogger } from '@modu/logger';
import { withClient } from '@modu/postgres';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startIdentityStage } from '../../testing/identity-stage.ts';
import type { IdentityStage } from '../../testing/identity-stage.ts';
import { openIdentityStore } from '../store/database.ts';
import { startSweep } from './sweep.ts';

let stage: IdentityStage;

beforeAll(async () => {
  stage = await startIdentityStage();
});

afterAll(() => stage.stop());

const logger = createLogger({ level: 'silent' });

describe('the sweep', () => {
  it('removes the tokens that a session had more than a week ago, and leaves those that tell a copy', async () => {
    const ada = await stage.seed();
    await stage.rows(`INSERT INTO superseded_token (hash, session_id, superseded_at)
      SELECT age, session.id, now() - age::interval FROM session, unnest(ARRAY['8 days', '1 hour']) AS age
      WHERE user_id = '${ada.id}'`);
    const store = await openIdentityStore(stage.databaseUrl, logger);
    await store.leftovers.deleteExpired(new Date());
    await store.close();

    expect(await stage.rows('SELECT hash FROM superseded_token')).toEqual([{ hash: '1 hour' }]);
  });

  it('removes the sessions that are over and leaves the others', async () => {
    const [over, alive] = [await stage.seed(), await stage.seed()];
    const count = (userId: string) =>
      withClient(stage.databaseUrl, async (client) => {
        const { rows } = await client.query('SELECT 1 FROM session WHERE user_id = $1', [userId]);
        return rows.length;
      });
    await withClient(stage.databaseUrl, (client) =>
      client.query("UPDATE session SET expires_at = now() - interval '1 minute' WHERE user_id = $1", [over.id]),
    );

    const store = await openIdentityStore(stage.databaseUrl, logger);
    const sweep = startSweep(store, { logger, intervalMs: 10 });
    await vi.waitFor(async () => expect(await count(over.id)).toBe(0), { timeout: 20_000 });
    await sweep.stop();
    await store.close();

    expect(await count(alive.id)).toBe(1);
    expect((await stage.get('/auth/token', { cookie: over.cookie })).status).toBe(401);
    expect((await stage.get('/auth/token', { cookie: alive.cookie })).status).toBe(200);
  });
});
