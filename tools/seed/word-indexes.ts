import type { Client } from 'pg';

/** Where the statements that make the indexes again are kept meanwhile: whoever fills is killed, or gives up, and searches must not stay slow. */
const KEPT = 'seed_word_indexes';

/**
 * An index of words is made much faster in one go than row by row: these are dropped, and what makes them again is kept in the database
 * itself, for `restoreWordIndexes` of this run or, when it is interrupted, of the next.
 */
export async function dropWordIndexes(client: Client): Promise<void> {
  await client.query('BEGIN');
  await client.query(`CREATE TABLE IF NOT EXISTS ${KEPT} (name text PRIMARY KEY, definition text NOT NULL)`);
  const { rows } = await client.query<{ name: string }>(
    `INSERT INTO ${KEPT} (name, definition)
     SELECT indexname, indexdef FROM pg_indexes
     WHERE schemaname = current_schema() AND tablename = 'images' AND indexdef LIKE '%USING gin%'
     ON CONFLICT (name) DO UPDATE SET definition = excluded.definition RETURNING name`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`);
  await client.query('COMMIT');
}

/** Makes every index again that this run or one before it has dropped. */
export async function restoreWordIndexes(client: Client): Promise<void> {
  await client.query("SET maintenance_work_mem = '1GB'");
  const { rows } = await client.query<{ definition: string }>(`SELECT definition FROM ${KEPT}`);
  for (const { definition } of rows)
    await client.query(definition.replace(/^CREATE INDEX /, 'CREATE INDEX IF NOT EXISTS '));
  await client.query(`DROP TABLE ${KEPT}`);
}
