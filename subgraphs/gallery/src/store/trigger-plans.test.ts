import { migrate, withClient } from '@modu/postgres';
import { testDatabase, testStack } from '@modu/testkit';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS_DIR } from '../migrations.ts';

const WRITE = `INSERT INTO images (id, owner_id, asset_id, thumbnail_asset_id, thumbhash, width, height, prompt)
  SELECT gen_random_uuid(), 'person', gen_random_uuid(), gen_random_uuid(), '', 1, 1, 'a lighthouse ' || n
  FROM generate_series(1, 300) AS n`;

/** What a statement and those of its triggers did, told to the connection itself. */
const TELL_PLANS = `LOAD 'auto_explain'; SET auto_explain.log_min_duration = 0; SET auto_explain.log_nested_statements = on;
  SET auto_explain.log_analyze = on; SET auto_explain.log_timing = off; SET client_min_messages = log`;

const { rows: mayTell } = await withClient(testStack().postgresUrl, (client) =>
  client.query('SELECT 1 FROM pg_roles WHERE rolname = current_user AND rolsuper'),
);

describe.runIf(mayTell.length > 0)('a change of many pictures', () => {
  it('compares no picture with all the others, whatever the connection changed before', async () => {
    const tenant = await testDatabase('plans');
    try {
      await migrate({ url: tenant.url, dir: MIGRATIONS_DIR });
      await withClient(tenant.url, async (client) => {
        await client.query(WRITE);
        // The plans that a connection keeps for its triggers are those of its first change.
        await client.query('UPDATE images SET starred = true WHERE id = (SELECT id FROM images LIMIT 1)');
        const plans: string[] = [];
        client.on('notice', ({ message }) => plans.push(message ?? ''));
        await client.query(TELL_PLANS);
        await client.query('UPDATE images SET starred = true');

        expect(plans.filter((plan) => /image_words|image_counts_left/.test(plan)).length).toBeGreaterThanOrEqual(2);
        expect(plans.filter((plan) => plan.includes('Removed by Join Filter'))).toEqual([]);
      });
    } finally {
      await tenant.drop();
    }
  });
});
