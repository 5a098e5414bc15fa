import type { PoolClient } from 'pg';

/** What became of a part: it is kept, another run has kept it (or a later one), or what it belongs to is gone. */
export type Kept = 'KEPT' | 'KEPT_BY_OTHER' | 'GONE';

type Whole = 'document' | 'rendition' | 'speech_clip' | 'transcript';

/** Why a part could not be kept. */
export async function whyNotKept(
  sql: Pick<PoolClient, 'query'>,
  { table, id }: { readonly table: Whole; readonly id: string },
): Promise<Kept> {
  const { rowCount } = await sql.query(`SELECT FROM ${table} WHERE id = $1`, [id]);
  return rowCount === 1 ? 'KEPT_BY_OTHER' : 'GONE';
}
