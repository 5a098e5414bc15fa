import { engineEdition } from '@modu/engine-braille';
import type { Pool } from 'pg';
import type { PlacedBlock } from '../domain/document.ts';
import { BLOCK_COLUMNS, toBlock } from './document-rows.ts';

/** A block with its cells, as far as they are still right. */
export interface BlockToBraille extends PlacedBlock {
  readonly cells: Uint8Array | null;
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
  keep(documentId: string, code: string, fresh: readonly FreshCells[]): Promise<void>;
  /** Characters of the blocks that have no cells in a code yet. */
  missingChars(documentId: string, code: string): Promise<number>;
}

/** Made from the block as it is now, by the engine as it is now. */
const FRESH =
  'c.document_id = b.document_id AND c.number = b.number AND c.code = $2 AND c.version = b.version AND c.edition = $3';
const COLUMNS = BLOCK_COLUMNS.replace('document_id AS', 'b.document_id AS')
  .replace(' number,', ' b.number,')
  .replace(' version,', ' b.version,');

export function createCellsStore(pool: Pool): CellsStore {
  return {
    list: async (documentId, { code, after, take }) => {
      const { rows } = await pool.query<{ cells: Buffer | null }>(
        `SELECT ${COLUMNS}, c.cells FROM block b LEFT JOIN block_cells c ON ${FRESH}
         WHERE b.document_id = $1 AND b.position > $4 AND NOT b.left_out ORDER BY b.position LIMIT $5`,
        [documentId, code, engineEdition(), after, take],
      );
      return rows.map((row) => ({ ...toBlock(row), cells: row.cells }));
    },
    keep: async (documentId, code, fresh) => {
      if (fresh.length === 0) return;
      await pool.query(
        `INSERT INTO block_cells (document_id, number, code, edition, version, cells)
         SELECT $1, number, $2, $3, version, cells FROM unnest($4::integer[], $5::integer[], $6::bytea[]) AS one (number, version, cells)
         WHERE EXISTS (SELECT FROM block WHERE block.document_id = $1 AND block.number = one.number)
         ON CONFLICT (document_id, number, code) DO UPDATE SET edition = excluded.edition, version = excluded.version, cells = excluded.cells
         WHERE block_cells.version <= excluded.version`,
        [
          documentId,
          code,
          engineEdition(),
          fresh.map(({ number }) => number),
          fresh.map(({ version }) => version),
          fresh.map(({ cells }) => Buffer.from(cells)),
        ],
      );
    },
    missingChars: async (documentId, code) => {
      const { rows } = await pool.query<{ chars: number }>(
        `SELECT coalesce(sum(b.char_count), 0)::integer AS chars FROM block b LEFT JOIN block_cells c ON ${FRESH}
         WHERE b.document_id = $1 AND NOT b.left_out AND c.number IS NULL`,
        [documentId, code, engineEdition()],
      );
      return rows[0]?.chars ?? 0;
    },
  };
}
