import type { ClientBase } from 'pg';
import type { Migration } from './migration-files.ts';

const COMMENTS = /^--.*$/gm;
const BUILD =
  /^(?:CREATE (?:UNIQUE )?INDEX CONCURRENTLY IF NOT EXISTS|DROP INDEX CONCURRENTLY IF EXISTS) "([^"]+)"[^;]*;?$/;

/**
 * The index that a migration makes or drops beside the writes of others, when that is all it does. PostgreSQL does this outside
 * of a transaction only, so the statement stands alone in its file; it may run again, because nothing else could be half done.
 */
export function indexOf({ sql }: Pick<Migration, 'sql'>): string | undefined {
  return BUILD.exec(sql.replaceAll(COMMENTS, '').trim())?.[1];
}

/** A build that was interrupted leaves an index that costs every write and answers no question, under the name of the whole one. */
export async function dropHalfBuilt(client: ClientBase, index: string): Promise<void> {
  const { rowCount } = await client.query(
    'SELECT 1 FROM pg_index WHERE indexrelid = to_regclass(quote_ident($1)) AND NOT indisvalid',
    [index],
  );
  if (rowCount) await client.query(`DROP INDEX CONCURRENTLY IF EXISTS "${index}"`);
}
