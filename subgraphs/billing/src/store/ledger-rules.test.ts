import { createId } from '@modu/ids';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStore } from '../../testing/index.ts';
import type { BillingStore } from './database.ts';
import { createLedger } from './ledger.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let store: BillingStore;

beforeAll(async () => {
  database = await testDatabase('billing-ledger-rules');
  store = await openTestStore(database.url);
});

afterAll(async () => {
  await store.close();
  await database.drop();
});

const sql = (text: string, values: unknown[] = []) => store.ledger.pool.query(text, values);
const transfer = (id: string) =>
  `INSERT INTO transfer (id, user_id, kind, available_change, available_after, created_at)
   VALUES ('${id}', 'someone', 'GRANT', 1, 1, now())`;

describe('the database, whatever the code does', () => {
  beforeAll(async () => {
    await store.ledger.run('someone', { type: 'look' });
  });

  it('refuses to change or delete what happened', async () => {
    for (const table of ['entry', 'transfer']) {
      await expect(sql(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
      await expect(sql(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('append-only');
    }
    await expect(sql('UPDATE entry SET amount = 1')).rejects.toThrow('append-only');
    await expect(sql("UPDATE transfer SET note = 'never mind'")).rejects.toThrow('append-only');
  });

  it('refuses a transfer that does not balance, has one side or none', async () => {
    const sides = (id: string, ...amounts: number[]) => {
      const rows = amounts.map((amount, index) => `('${id}', '${['GRANTS', 'AVAILABLE', 'HELD'][index]}', ${amount})`);
      return `INSERT INTO entry (transfer_id, account, amount) VALUES ${rows.join(', ')}`;
    };
    for (const amounts of [[-1, 2], [1], [-2, 1, 1]]) {
      const id = createId();
      await expect(sql(`${transfer(id)}; ${sides(id, ...amounts)}`)).rejects.toThrow('not balanced');
    }
    await expect(sql(transfer(createId()))).rejects.toThrow('not balanced');
  });

  it('refuses a third side added later', async () => {
    await expect(
      sql(`INSERT INTO entry (transfer_id, account, amount) SELECT id, 'HELD', 5 FROM transfer LIMIT 1`),
    ).rejects.toThrow('not balanced');
  });

  it('refuses balances below zero and holds spent beyond their amount', async () => {
    await expect(sql('UPDATE credit_account SET available = -1')).rejects.toThrow('never_negative');
    await expect(sql('UPDATE credit_account SET held = -1')).rejects.toThrow('never_negative');
    await expect(
      sql(`INSERT INTO hold (job_id, user_id, amount, settled_amount, status, expires_at)
           VALUES ('j', 'someone', 5, 6, 'SETTLED', now())`),
    ).rejects.toThrow('within_amount');
  });
});

describe('an account', () => {
  it('is opened once with the free credits, however many touch it first', async () => {
    const userId = createId();

    // Each desk stands for a process of its own.
    const desks = Array.from({ length: 20 }, () => createLedger(store.ledger.pool, store.ledger.now));
    const seen = await Promise.all(desks.map(async (desk) => await desk.run(userId, { type: 'look' })));

    expect(seen).toEqual(Array(20).fill({ userId, available: 100, held: 0 }));
    const { rows } = await sql('SELECT kind, available_change FROM transfer WHERE user_id = $1', [userId]);
    expect(rows).toEqual([{ kind: 'GRANT', available_change: 100 }]);
  });
});
