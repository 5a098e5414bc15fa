import type { Pool } from 'pg';
import type { OutlineEntry, PlacedBlock } from '../domain/document.ts';
import { OUTLINE_ENTRIES_MAX } from '../domain/document.ts';
import { BLOCK_COLUMNS, toBlock, toOutlineEntry } from './document-rows.ts';
import { ASKED, readEach } from './read-each.ts';

/** Blocks after a position of a document, in order; those that were left out only when asked for. */
export interface BlocksAsked {
  readonly documentId: string;
  readonly take: number;
  readonly after: number;
  readonly withLeftOut?: boolean;
}

/** Blocks of a document by their numbers. */
export interface NumbersAsked {
  readonly documentId: string;
  readonly numbers: readonly number[];
}

/** No page shows more. */
const BLOCKS_SHOWN_MAX = 400;

/** Pages of blocks, of many documents in one read: an answer for each that is asked, in the same order. */
export function readBlocks(pool: Pool, asked: readonly BlocksAsked[]): Promise<PlacedBlock[][]> {
  const sql = `WITH asked AS (SELECT place::int, (value->>'documentId')::uuid AS document, (value->>'take')::int AS take,
      (value->>'after')::bigint AS after, (value->>'withLeftOut')::boolean AS "withLeftOut" FROM ${ASKED})
    SELECT asked.place, found.* FROM asked CROSS JOIN LATERAL (SELECT ${BLOCK_COLUMNS} FROM block
      WHERE document_id = asked.document AND position > asked.after AND (NOT left_out OR asked."withLeftOut")
      ORDER BY position LIMIT asked.take) found ORDER BY asked.place, found.position`;
  return readEach(pool, sql, { values: asked, toRow: toBlock });
}

/** The blocks with these numbers, and the turns of print pages between them, in order; of many pages in one read. */
export function readBlocksNumbered(pool: Pool, asked: readonly NumbersAsked[]): Promise<PlacedBlock[][]> {
  const sql = `WITH asked AS (SELECT place::int, (value->>'documentId')::uuid AS document,
      ARRAY(SELECT jsonb_array_elements_text(value->'numbers')::int) AS numbers FROM ${ASKED})
    SELECT asked.place, found.* FROM asked CROSS JOIN LATERAL (
      WITH shown AS (SELECT min(position) AS first, max(position) AS last FROM block
        WHERE document_id = asked.document AND number = ANY(asked.numbers))
      SELECT ${BLOCK_COLUMNS} FROM block, shown WHERE document_id = asked.document
        AND (number = ANY(asked.numbers) OR (kind = 'PAGE_BREAK' AND NOT left_out AND position BETWEEN shown.first AND shown.last))
      ORDER BY position LIMIT ${BLOCKS_SHOWN_MAX}) found ORDER BY asked.place, found.position`;
  return readEach(pool, sql, { values: asked, toRow: toBlock });
}

/** The headings of many documents in one read. */
export function readOutlines(pool: Pool, documentIds: readonly string[]): Promise<OutlineEntry[][]> {
  const sql = `SELECT place::int, found.* FROM ${ASKED} CROSS JOIN LATERAL (SELECT ${BLOCK_COLUMNS} FROM block
      WHERE document_id = (value #>> '{}')::uuid AND kind = 'HEADING' AND NOT left_out
      ORDER BY position LIMIT ${OUTLINE_ENTRIES_MAX}) found ORDER BY place, found.position`;
  return readEach(pool, sql, { values: documentIds, toRow: toOutlineEntry });
}
