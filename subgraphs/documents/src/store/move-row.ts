import type { PoolClient } from 'pg';
import type { BlockPlace } from '../domain/block-id.ts';

/** Puts a block at a position; those between move up or down by one. */
export async function moveRow(sql: PoolClient, { documentId, number }: BlockPlace, position: number): Promise<void> {
  await sql.query(
    `WITH here AS (SELECT position AS at FROM block WHERE document_id = $1 AND number = $2)
     UPDATE block SET position = CASE
       WHEN number = $2 THEN $3::integer WHEN here.at < $3 THEN position - 1 ELSE position + 1 END
     FROM here
     WHERE document_id = $1 AND here.at <> $3 AND position BETWEEN least(here.at, $3) AND greatest(here.at, $3)`,
    [documentId, number, position],
  );
}
