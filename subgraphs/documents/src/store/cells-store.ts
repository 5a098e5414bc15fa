import { cellsEditionOf } from '@modu/engine-braille';
import type { SystemLouis } from '@modu/engine-braille';
import type { Pool } from 'pg';
import type { PlacedBlock } from '../domain/document.ts';
import { codeOfCells } from '../domain/rendition.ts';
import { BLOCK_COLUMNS, toBlock } from './document-rows.ts';

/** A block with its cells, as far as they are still right. */
export interface BlockToBraille extends PlacedBlock {
  readonly cells: Uint8Array | null;
  /** Its characters, when nobody has paid for its cells yet. */
  readonly unpaidChars: number;
}

/** Cells that somebody owes for: those of a block as it was at a version. */
export interface CellsDue {
  readonly number: number;
  readonly version: number;
}

/** The cells of a block in a code. */
export interface FreshCells {
  readonly number: number;
  /** Of the block that they were made from. */
  readonly version: number;
  readonly cells: Uint8Array;
}

/** Cells are kept block by block: what nobody corrected is not brailled again. */
export interface CellsStore {
  /** What has to be brailled, in order, with the cells that are there. */
  list(
    documentId: string,
    page: { readonly code: string; readonly after: number; readonly take: number },
  ): Promise<BlockToBraille[]>;
  /** They are paid for when the price of a rendition that shows them has been taken. */
  keep(documentId: string, code: string, fresh: readonly FreshCells[]): Promise<void>;
  /** Characters of the blocks that have no cells in a code yet, or none that somebody has paid for. */
  missingChars(documentId: string, code: string): Promise<number>;
}

/** Made from the block as it is now, by the engine as it is now. */
const FRESH =
  'c.document_id = b.document_id AND c.number = b.number AND c.code = $2 AND c.version = b.version AND c.edition = $3';
const COLUMNS = BLOCK_COLUMNS.replace('document_id AS', 'b.document_id AS')
  .replace(' number,', ' b.number,')
  .replace(' version,', ' b.version,');

/** @param system - the liblouis of the system, where that writes cells. */
export function createCellsStore(pool: Pool, system: SystemLouis | null = null): CellsStore {
  const editionOf = (code: string) => cellsEditionOf(codeOfCells(code), system);
  return {
    list: async (documentId, { code, after, take }) => {
      const { rows } = await pool.query<{ cells: Buffer | null; unpaidChars: number }>(
        `SELECT ${COLUMNS}, c.cells, CASE WHEN c.paid THEN 0 ELSE b.char_count END AS "unpaidChars" FROM block b LEFT JOIN block_cells c ON ${FRESH}
         WHERE b.document_id = $1 AND b.position > $4 AND NOT b.left_out ORDER BY b.position LIMIT $5`,
        [documentId, code, editionOf(code), after, take],
      );
      return rows.map((row) => ({ ...toBlock(row), cells: row.cells, unpaidChars: row.unpaidChars }));
    },
    keep: async (documentId, code, fresh) => {
      if (fresh.length === 0) return;
      await pool.query(
        `INSERT INTO block_cells (document_id, number, code, edition, version, cells)
         SELECT $1, number, $2, $3, version, cells FROM unnest($4::integer[], $5::integer[], $6::bytea[]) AS one (number, version, cells)
         WHERE EXISTS (SELECT FROM block WHERE block.document_id = $1 AND block.number = one.number)
         ON CONFLICT (document_id, number, code) DO UPDATE SET edition = excluded.edition, version = excluded.version, cells = excluded.cells,
           paid = block_cells.paid AND block_cells.version = excluded.version AND block_cells.edition = excluded.edition
         WHERE block_cells.version <= excluded.version`,
        [
          documentId,
          code,
          editionOf(code),
          fresh.map(({ number }) => number),
          fresh.map(({ version }) => version),
          fresh.map(({ cells }) => Buffer.from(cells)),
        ],
      );
    },
    missingChars: async (documentId, code) => {
      const { rows } = await pool.query<{ chars: number }>(
        `SELECT coalesce(sum(b.char_count), 0)::integer AS chars FROM block b LEFT JOIN block_cells c ON ${FRESH} AND c.paid
         WHERE b.document_id = $1 AND NOT b.left_out AND c.number IS NULL`,
        [documentId, code, editionOf(code)],
      );
      return rows[0]?.chars ?? 0;
    },
  };
}
