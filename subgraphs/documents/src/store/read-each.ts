import type { Pool } from 'pg';

/** What is asked, as `value`, one row each, and its `place` among the others. */
export const ASKED = 'jsonb_array_elements($1::jsonb) WITH ORDINALITY AS one (value, place)';

/**
 * Many questions in one read: the rows of each, in the order of the questions.
 * `sql` reads `ASKED` and gives each row its `place` as an integer.
 */
export async function readEach<Row>(
  pool: Pool,
  sql: string,
  { values, toRow }: { readonly values: readonly unknown[]; toRow(row: unknown): Row },
): Promise<Row[][]> {
  const { rows } = await pool.query<{ place: number }>(sql, [JSON.stringify(values)]);
  const found: Row[][] = values.map(() => []);
  for (const row of rows) found[row.place - 1]?.push(toRow(row));
  return found;
}
