import { inTransaction } from '@modu/postgres';
import type { Pool } from 'pg';

/** What this database keeps of people, whatever table it lies in. */
export interface DepartureStore {
  /** Removes at most `take` rows of a person from each table that names an owner. @returns how many went. */
  removeSome(ownerId: string, take: number): Promise<number>;
}

/** Tables are found by their column, so that one that is added later is not forgotten. */
const OWNED_TABLES = `SELECT quote_ident(table_name) AS name FROM information_schema.columns
  WHERE table_schema = current_schema() AND column_name = 'owner_id' ORDER BY table_name`;

export function createDepartureStore(pool: Pool): DepartureStore {
  return {
    removeSome: (ownerId, take) =>
      inTransaction(pool, async (sql) => {
        const { rows } = await sql.query<{ name: string }>(OWNED_TABLES);
        let removed = 0;
        for (const { name } of rows) {
          const some = `SELECT ctid FROM ${name} WHERE owner_id = $1 LIMIT $2`;
          const gone = await sql.query(`DELETE FROM ${name} WHERE ctid = ANY(ARRAY(${some}))`, [ownerId, take]);
          removed += gone.rowCount ?? 0;
        }
        return removed;
      }),
  };
}
