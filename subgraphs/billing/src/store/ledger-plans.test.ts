import { createId } from '@modu/ids';
import { withClient } from '@modu/postgres';
import { testDatabase } from '@modu/testkit';
import { expect, it } from 'vitest';
import { openTestStore } from '../../testing/index.ts';

const HOLDS = 400;
const TABLES = ['credit_account', 'credit_grant', 'entry', 'hold', 'transfer'];

it(
  'finds what a hold needs by its key, also on connections that planned while the tables were empty',
  { timeout: 120_000 },
  async () => {
    const database = await testDatabase('billing-ledger-plans');
    try {
      const store = await openTestStore(database.url);
      const userId = createId();
      await store.ledger.run(userId, { type: 'grant', source: 'GIFT', amount: HOLDS, key: 'for-holds' });
      const expiresAt = new Date(Date.now() + 600_000);
      for (let done = 0; done < HOLDS; done += 1) {
        await store.ledger.run(userId, { type: 'hold', jobId: createId(), amount: 1, expiresAt });
      }
      await store.close(); // A connection hands in what it counted when it ends, at the latest.

      const { rows } = await withClient(database.url, (client) =>
        client.query<{ table: string; read: string; hot: string; updated: string }>(
          `SELECT relname AS table, seq_tup_read AS read, n_tup_hot_upd AS hot, n_tup_upd AS updated
         FROM pg_stat_user_tables WHERE relname = ANY($1) ORDER BY relname`,
          [TABLES],
        ),
      );
      expect(rows.map(({ table }) => table)).toEqual(TABLES);
      for (const { table, read } of rows) expect({ table, read: Number(read) }).toEqual({ table, read: 0 });
      for (const { table, hot, updated } of rows.filter(({ updated }) => Number(updated) > 0)) {
        expect(Number(hot) / Number(updated), `${table}: changes no index had to learn of`).toBeGreaterThan(0.9);
      }
    } finally {
      await database.drop();
    }
  },
);
