import type { BraillePage, KeptPage } from '@modu/engine-braille';
import { inTransaction } from '@modu/postgres';
import type { Pool, PoolClient } from 'pg';
import type { Rendition, RenditionPage } from '../domain/rendition.ts';
import type { CellsDue } from './cells-store.ts';
import { whyNotKept } from './kept.ts';
import type { Kept } from './kept.ts';
import { ASKED, readEach } from './read-each.ts';
import { PAGE_COLUMNS, RENDITION_COLUMNS, toRendition, toSheet, toRenditionPage } from './rendition-rows.ts';
import { staleRows } from './stale.ts';

export type NewRendition = Omit<
  Rendition,
  'state' | 'pageCount' | 'contentsPageCount' | 'brfAssetId' | 'pefAssetId' | 'unicodeAssetId' | 'createdAt'
>;

/** Pages of a rendition after one of them, in order. */
export interface PagesAsked {
  readonly renditionId: string;
  readonly take: number;
  readonly after: number;
}

/** What was stored of a rendition. */
export interface RenditionFiles {
  readonly brfAssetId: string;
  readonly pefAssetId: string;
  readonly unicodeAssetId: string;
}

/** At most `take` pages that follow one. */
export interface PageRange {
  readonly take: number;
  /** A page's number. */
  readonly after: number;
}

/** Documents in braille and their pages. What is not the owner's is not found. */
export interface RenditionStore {
  find(ids: readonly string[], ownerId: string): Promise<Rendition[]>;
  /** Of these documents, the newest first. */
  listOf(documentIds: readonly string[]): Promise<Rendition[]>;
  /** An answer for each that is asked, in one read. */
  pages(asked: readonly PagesAsked[]): Promise<RenditionPage[][]>;
  /** Pages with their cells alone, for files: where they came from is most of what a page weighs. */
  sheets(renditionId: string, page: PageRange): Promise<BraillePage[]>;
  /** Pages on which these cells stand, in order. */
  pagesWithCells(rendition: Rendition, cells: string, page: PageRange): Promise<RenditionPage[]>;
  /** Pages with a block that says these words, there or on another page, in order. */
  pagesWithWords(rendition: Rendition, words: string, page: PageRange): Promise<RenditionPage[]>;
  /** Makes the rendition of a job, or finds the one that an earlier run made. */
  begin(rendition: NewRendition): Promise<Rendition>;
  /** Keeps pages that follow those that are kept. */
  keepPages(renditionId: string, pages: readonly KeptPage[]): Promise<Kept>;
  /** Puts the contents before all pages, which are counted on from them; done once. */
  putContents(renditionId: string, pages: readonly KeptPage[], pagesPerVolume: number): Promise<Kept>;
  /** Forgets the pages: the document was corrected since they were begun, or another edition of the engine goes on with them. */
  restart(renditionId: string, begun: Pick<NewRendition, 'documentVersion' | 'edition'>): Promise<void>;
  /** Keeps what was stored so far, so that whoever gives the work up can delete it. */
  keepFiles(renditionId: string, files: Partial<RenditionFiles>): Promise<void>;
  /** Makes it ready. `due`: the cells on its pages that nobody has paid for yet. */
  finish(renditionId: string, made: RenditionFiles & { readonly due: readonly CellsDue[] }): Promise<void>;
  /** Its price has been taken: the cells that were due with it are paid for, as far as they are still the same. */
  pay(renditionId: string, cellsCode: string): Promise<void>;
  remove(renditionId: string, ownerId: string): Promise<boolean>;
  /** Renditions that nobody has gone on making for a while, some at a time in the order of their ids. */
  listStale(changedBefore: Date, afterId?: string): Promise<Rendition[]>;
}

export function createRenditionStore(pool: Pool): RenditionStore {
  const renditions = async (where: string, values: readonly unknown[]) =>
    (await pool.query(`SELECT ${RENDITION_COLUMNS} FROM rendition ${where}`, [...values])).rows.map(toRendition);

  return {
    find: (ids, ownerId) => renditions('WHERE id = ANY($1::uuid[]) AND owner_id = $2', [ids, ownerId]),
    listOf: (ids) => renditions('WHERE document_id = ANY($1::uuid[]) ORDER BY created_at DESC, id DESC', [ids]),
    pages: (asked) => {
      const sql = `SELECT place::int, found.* FROM ${ASKED} CROSS JOIN LATERAL (SELECT ${PAGE_COLUMNS} FROM braille_page
          WHERE rendition_id = (value->>'renditionId')::uuid AND number > (value->>'after')::bigint
          ORDER BY number LIMIT (value->>'take')::int) found ORDER BY place, found.number`;
      return readEach(pool, sql, { values: asked, toRow: toRenditionPage });
    },
    sheets: async (renditionId, { take, after }) => {
      const sql = `SELECT number, volume, print_page AS "printPage", cells FROM braille_page
        WHERE rendition_id = $1 AND number > $2 ORDER BY number LIMIT $3`;
      return (await pool.query(sql, [renditionId, after, take])).rows.map(toSheet);
    },
    pagesWithCells: async ({ id }, cells, { take, after }) => {
      const sql = `SELECT ${PAGE_COLUMNS} FROM braille_page
        WHERE rendition_id = $1 AND number > $3 AND position($2 IN cells) > 0 ORDER BY number LIMIT $4`;
      return (await pool.query(sql, [id, cells, after, take])).rows.map(toRenditionPage);
    },
    pagesWithWords: async ({ id, documentId }, words, { take, after }) => {
      const said = `$.**.text ? (@ like_regex ${JSON.stringify(words)} flag "iq")`;
      const sql = `WITH said AS (SELECT array_agg(number) AS numbers FROM block
          WHERE document_id = $2 AND jsonb_path_exists(content, $3::jsonpath))
        SELECT ${PAGE_COLUMNS} FROM braille_page, said
        WHERE rendition_id = $1 AND number > $4 AND blocks && said.numbers ORDER BY number LIMIT $5`;
      return (await pool.query(sql, [id, documentId, said, after, take])).rows.map(toRenditionPage);
    },
    begin: async (rendition) => {
      const { id, documentId, documentVersion, ownerId, jobId, code, grade, setup, edition } = rendition;
      await pool.query(
        `INSERT INTO rendition (id, document_id, owner_id, job_id, state, code, grade, setup, document_version, edition)
         VALUES ($1, $2, $3, $4, 'BRAILLING', $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING`,
        [id, documentId, ownerId, jobId, code, grade, JSON.stringify(setup), documentVersion, JSON.stringify(edition)],
      );
      const [found] = await renditions('WHERE id = $1', [id]);
      if (!found) throw new Error('The rendition that was begun is gone.');
      return found;
    },
    keepPages: (renditionId, pages) => keepPages(pool, renditionId, pages),
    putContents: (renditionId, pages, perVolume) => putContents(pool, { renditionId, pages, perVolume }),
    restart: (renditionId, { documentVersion, edition }) =>
      inTransaction(pool, async (sql) => {
        await sql.query('DELETE FROM braille_page WHERE rendition_id = $1', [renditionId]);
        await sql.query(
          'UPDATE rendition SET page_count = 0, contents_page_count = 0, document_version = $2, edition = $3, changed_at = now() WHERE id = $1',
          [renditionId, documentVersion, JSON.stringify(edition)],
        );
      }),
    keepFiles: (renditionId, files) => keepFiles(pool, renditionId, files),
    finish: (renditionId, made) => finish(pool, renditionId, made),
    pay: (renditionId, cellsCode) => pay(pool, renditionId, cellsCode),
    remove: async (renditionId, ownerId) =>
      (await pool.query('DELETE FROM rendition WHERE id = $1 AND owner_id = $2', [renditionId, ownerId])).rowCount ===
      1,
    listStale: (changedBefore, afterId) => renditions(staleRows('BRAILLING'), [changedBefore, afterId ?? null]),
  };
}

type Made = Parameters<RenditionStore['finish']>[1];

async function finish(
  pool: Pool,
  renditionId: string,
  { brfAssetId, pefAssetId, unicodeAssetId, due }: Made,
): Promise<void> {
  const cellsDue = JSON.stringify(due.map(({ number, version }) => [number, version]));
  await pool.query(
    `UPDATE rendition SET state = 'READY', brf_asset_id = $2, pef_asset_id = $3, unicode_asset_id = $4, cells_due = $5::jsonb,
       changed_at = now() WHERE id = $1`,
    [renditionId, brfAssetId, pefAssetId, unicodeAssetId, cellsDue],
  );
}

async function pay(pool: Pool, renditionId: string, cellsCode: string): Promise<void> {
  await pool.query(
    `WITH due AS (SELECT document_id, (cells->>0)::integer AS number, (cells->>1)::integer AS version
       FROM rendition, jsonb_array_elements(cells_due) AS cells WHERE id = $1),
     paid AS (UPDATE block_cells SET paid = true FROM due WHERE block_cells.document_id = due.document_id AND block_cells.code = $2
       AND block_cells.number = due.number AND block_cells.version = due.version AND NOT block_cells.paid)
     UPDATE rendition SET cells_due = NULL WHERE id = $1 AND cells_due IS NOT NULL`,
    [renditionId, cellsCode],
  );
}

async function keepFiles(pool: Pool, renditionId: string, files: Partial<RenditionFiles>): Promise<void> {
  const { brfAssetId = null, pefAssetId = null, unicodeAssetId = null } = files;
  await pool.query(
    `UPDATE rendition SET brf_asset_id = coalesce($2, brf_asset_id), pef_asset_id = coalesce($3, pef_asset_id),
       unicode_asset_id = coalesce($4, unicode_asset_id), changed_at = now() WHERE id = $1`,
    [renditionId, brfAssetId, pefAssetId, unicodeAssetId],
  );
}

function keepPages(pool: Pool, renditionId: string, pages: readonly KeptPage[]): Promise<Kept> {
  const [first] = pages;
  if (!first) return Promise.resolve('KEPT');
  return inTransaction(pool, async (sql) => {
    const { rowCount } = await sql.query(
      'UPDATE rendition SET page_count = page_count + $3, changed_at = now() WHERE id = $1 AND page_count = $2',
      [renditionId, first.number - 1, pages.length],
    );
    if (rowCount !== 1) return whyNotKept(sql, { table: 'rendition', id: renditionId });
    await insertPages(sql, renditionId, pages);
    return 'KEPT';
  });
}

interface Contents {
  readonly renditionId: string;
  readonly pages: readonly KeptPage[];
  readonly perVolume: number;
}

/** In one transaction: whoever reads pages sees all of them counted as before, or all as they are then. */
function putContents(pool: Pool, { renditionId, pages, perVolume }: Contents): Promise<Kept> {
  return inTransaction(pool, async (sql) => {
    const { rowCount } = await sql.query(
      `UPDATE rendition SET page_count = page_count + $2, contents_page_count = $2, changed_at = now()
       WHERE id = $1 AND contents_page_count = 0`,
      [renditionId, pages.length],
    );
    // An earlier run of the job put the same ones there.
    if (rowCount !== 1)
      return (await whyNotKept(sql, { table: 'rendition', id: renditionId })) === 'GONE' ? 'GONE' : 'KEPT';
    // Over numbers that no page has, for no two may have one meanwhile.
    await sql.query('UPDATE braille_page SET number = -number WHERE rendition_id = $1', [renditionId]);
    await sql.query(
      `UPDATE braille_page SET number = $2 - number, volume = CASE WHEN $3 = 0 THEN 1 ELSE ($2 - number - 1) / $3 + 1 END
       WHERE rendition_id = $1`,
      [renditionId, pages.length, perVolume],
    );
    await insertPages(sql, renditionId, pages);
    return 'KEPT';
  });
}

async function insertPages(
  sql: Pick<PoolClient, 'query'>,
  renditionId: string,
  pages: readonly KeptPage[],
): Promise<void> {
  await sql.query(
    `INSERT INTO braille_page (rendition_id, number, volume, print_page, blocks, cells, pieces)
     SELECT $1, number, volume, print_page, blocks::integer[], cells, pieces
     FROM unnest($2::integer[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::bytea[])
       AS page (number, volume, print_page, blocks, cells, pieces)`,
    [
      renditionId,
      pages.map(({ number }) => number),
      pages.map(({ volume }) => volume),
      pages.map(({ printPage }) => printPage),
      pages.map(({ blocks }) => `{${blocks.join()}}`),
      pages.map(({ cells }) => cells),
      pages.map(({ pieces }) => Buffer.from(pieces)),
    ],
  );
}
