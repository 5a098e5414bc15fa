import { textOf } from '@modu/engine-reading';
import { blockSchema } from '@modu/engine-reading';
import { inTransaction } from '@modu/postgres';
import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import { movedBlocks } from '../domain/moved-blocks.ts';
import type { MovedBlock } from '../domain/moved-blocks.ts';
import { nearestTwins } from '../domain/nearest-twin.ts';
import type { Twin } from '../domain/nearest-twin.ts';
import { moveRow } from './move-row.ts';

/** As many corrected blocks are carried over. */
const CARRIED_MAX = 5_000;
/** What a block said when it was read; how sure the reader was does not count. */
const SIGN = `md5((coalesce(source, content) - 'confidence')::text)`;

/** Makes a document ready, with the corrections of the last document that the same person had read from the same file. */
export function finishDocument(pool: Pool, documentId: string): Promise<void> {
  return inTransaction(pool, async (sql) => {
    const { rows } = await sql.query<{ ownerId: string; assetId: string }>(
      `UPDATE document SET state = 'READY', changed_at = now() WHERE id = $1 AND state = 'READING'
       RETURNING owner_id AS "ownerId", asset_id AS "assetId"`,
      [documentId],
    );
    const [made] = rows;
    if (!made) return;
    const earlier = await sql.query<{ id: string }>(
      `SELECT id FROM document WHERE owner_id = $1 AND asset_id = $2 AND id <> $3 AND state = 'READY' AND version > 0
       ORDER BY changed_at DESC LIMIT 1`,
      [made.ownerId, made.assetId, documentId],
    );
    if (earlier.rows[0]) await carry(sql, { from: earlier.rows[0].id, to: documentId });
  });
}

const twinRow = z.object({ number: z.int(), sign: z.string() });
const correctedRow = twinRow.extend({ content: blockSchema, leftOut: z.boolean() });

async function carry(sql: PoolClient, { from, to }: { readonly from: string; readonly to: string }): Promise<void> {
  const moves = await listMoved(sql, from);
  const moved = moves.flatMap(({ number, afterNumber }) => (afterNumber === null ? [number] : [number, afterNumber]));
  const corrected = (
    await sql.query(
      `SELECT number, ${SIGN} AS sign, content, left_out AS "leftOut" FROM block
       WHERE document_id = $1 AND (source IS NOT NULL OR left_out OR number = ANY($2)) ORDER BY number LIMIT $3`,
      [from, moved, CARRIED_MAX],
    )
  ).rows.map((row) => correctedRow.parse(row));
  const fresh = (
    await sql.query(`SELECT number, ${SIGN} AS sign FROM block WHERE document_id = $1 AND ${SIGN} = ANY($2)`, [
      to,
      corrected.map(({ sign }) => sign),
    ])
  ).rows.map((row): Twin => twinRow.parse(row));
  const twins = nearestTwins(corrected, fresh);
  for (const { number, content, leftOut } of corrected) {
    const twin = twins.get(number);
    if (twin === undefined) continue;
    await sql.query(
      `UPDATE block SET version = 1, left_out = $3, kind = $4, char_count = $5,
         source = CASE WHEN content = $6::jsonb THEN NULL ELSE content END, content = $6::jsonb
       WHERE document_id = $1 AND number = $2`,
      [to, twin, leftOut, content.kind, textOf(content).length, JSON.stringify(content)],
    );
  }
  for (const move of moves) await moveLike(sql, { to, twins, move });
  await sql.query(
    `UPDATE document SET version = $2, char_count = (SELECT coalesce(sum(char_count), 0) FROM block WHERE document_id = $1 AND NOT left_out)
     WHERE id = $1`,
    [to, twins.size > 0 ? 1 : 0],
  );
}

/** By how its blocks stand now, not by what was done: the list of corrections is short, and a document that they were carried to has none. */
async function listMoved(sql: PoolClient, documentId: string): Promise<MovedBlock[]> {
  const { rows } = await sql.query<{ number: number; position: number }>(
    `WITH astray AS (SELECT min(position) AS first, max(position) AS last FROM block WHERE document_id = $1 AND position <> number)
     SELECT number, position FROM block, astray
     WHERE document_id = $1 AND position BETWEEN astray.first AND astray.last ORDER BY position`,
    [documentId],
  );
  // All before the first that is astray stand where they were read.
  const first = rows[0]?.position ?? 1;
  return movedBlocks(
    rows.map(({ number }) => number),
    first > 1 ? first - 1 : null,
  );
}

interface Moving {
  readonly to: string;
  readonly twins: ReadonlyMap<number, number>;
  readonly move: MovedBlock;
}

/** Puts a block behind the twin of the one that it stood behind before. */
async function moveLike(sql: PoolClient, { to, twins, move: { number, afterNumber } }: Moving): Promise<void> {
  const twin = twins.get(number);
  const behind = afterNumber === null ? null : twins.get(afterNumber);
  if (twin === undefined || behind === undefined) return;
  const { rows } = await sql.query<{ number: number; position: number }>(
    'SELECT number, position FROM block WHERE document_id = $1 AND number = ANY($2)',
    [to, behind === null ? [twin] : [twin, behind]],
  );
  const at = (one: number | null) => rows.find((row) => row.number === one)?.position ?? 0;
  const target = at(behind);
  await moveRow(sql, { documentId: to, number: twin }, target < at(twin) ? target + 1 : target);
}
