import type { Sql } from '../queue.ts';

/** Queues of this package lie in pg-boss's common table; the index finds each person's first tasks. */
const STATEMENTS = [
  'CREATE SCHEMA IF NOT EXISTS modu_tasks',
  `CREATE TABLE IF NOT EXISTS modu_tasks.room (
     task text PRIMARY KEY, turn bigint NOT NULL DEFAULT 0, paused_at timestamptz)`,
  `CREATE TABLE IF NOT EXISTS modu_tasks.share (
     task text NOT NULL, owner_id text NOT NULL, used_ms float8 NOT NULL, used_at timestamptz NOT NULL,
     turn_at timestamptz NOT NULL, PRIMARY KEY (task, owner_id))`,
  `CREATE TABLE IF NOT EXISTS modu_tasks.worker (
     id uuid PRIMARY KEY, host text NOT NULL, pid int NOT NULL, task text NOT NULL, slots int NOT NULL,
     running int NOT NULL, draining boolean NOT NULL DEFAULT false, started_at timestamptz NOT NULL DEFAULT now(),
     seen_at timestamptz NOT NULL DEFAULT now())`,
  'ALTER TABLE modu_tasks.worker ADD COLUMN IF NOT EXISTS pool uuid',
  `CREATE INDEX IF NOT EXISTS modu_lines ON pgboss.job_common (name, group_id, priority DESC, created_on)
     WHERE state < 'active' AND group_id IS NOT NULL`,
];

/** Makes the tables of the order beside pg-boss's own. Run it inside a transaction. */
export async function createOrderTables(sql: Sql): Promise<void> {
  await sql.query("SELECT pg_advisory_xact_lock(hashtext('modu_tasks:tables'))");
  const { rows } = await sql.query(
    `SELECT to_regclass('pgboss.modu_lines') IS NOT NULL AND EXISTS (
       SELECT FROM pg_attribute WHERE attrelid = to_regclass('modu_tasks.worker') AND attname = 'pool') AS there`,
  );
  if ((rows[0] as { there: boolean }).there) return;
  for (const statement of STATEMENTS) await sql.query(statement);
}
