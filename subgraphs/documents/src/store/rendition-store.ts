import type { BraillePage } from '@modu/engine-braille';
import { inTransaction } from '@modu/postgres';
import type { Pool } from 'pg';
import type { Rendition, RenditionPage } from '../domain/rendition.ts';
import { ASKED, readEach } from './read-each.ts';
import { PAGE_COLUMNS, RENDITION_COLUMNS, toRendition, toSheet, toRenditionPage } from './rendition-rows.ts';

export type NewRendition = Omit<
  Rendition,
  'state' | 'pageCount' | 'brfAssetId' | 'pefAssetId' | 'unicodeAssetId' | 'createdAt'
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
  /** Keeps pages that follow those that are kept; `false` when they don't: another run has kept them. */
  keepPages(renditionId: string, pages: readonly BraillePage[]): Promise<boolean>;
  /** Forgets the pages: the document was corrected since they were begun. */
  restart(renditionId: string, documentVersion: number): Promise<void>;
  /** Keeps what was stored so far, so that whoever gives the work up can delete it. */
  keepFiles(renditionId: string, files: Partial<RenditionFiles>): Promise<void>;
  finish(renditionId: string, files: RenditionFiles): Promise<void>;
  remove(renditionId: string, ownerId: string): Promise<boolean>;
  /** Renditions that nobody has gone on making for a while. */
  listStale(changedBefore: Date): Promise<Rendition[]>;
}

const STALE_TAKEN = 100;

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
      const { id, documentId, documentVersion, ownerId, jobId, code, grade, setup } = rendition;
      await pool.query(
        `INSERT INTO rendition (id, document_id, owner_id, job_id, state, code, grade, setup, document_version)
         VALUES ($1, $2, $3, $4, 'BRAILLING', $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING`,
        [id, documentId, ownerId, jobId, code, grade, JSON.stringify(setup), documentVersion],
      );
      const [found] = await renditions('WHERE id = $1', [id]);
      if (!found) throw new Error('The rendition that was begun is gone.');
      return found;
    },
    keepPages: (renditionId, pages) => keepPages(pool, renditionId, pages),
    restart: (renditionId, documentVersion) =>
      inTransaction(pool, async (sql) => {
        await sql.query('DELETE FROM braille_page WHERE rendition_id = $1', [renditionId]);
        await sql.query(
          'UPDATE rendition SET page_count = 0, document_version = $2, changed_at = now() WHERE id = $1',
          [renditionId, documentVersion],
        );
      }),
    keepFiles: (renditionId, files) => keepFiles(pool, renditionId, files),
    finish: async (renditionId, { brfAssetId, pefAssetId, unicodeAssetId }) =>
      void (await pool.query(
        `UPDATE rendition SET state = 'READY', brf_asset_id = $2, pef_asset_id = $3, unicode_asset_id = $4, changed_at = now() WHERE id = $1`,
        [renditionId, brfAssetId, pefAssetId, unicodeAssetId],
      )),
    remove: async (renditionId, ownerId) =>
      (await pool.query('DELETE FROM rendition WHERE id = $1 AND owner_id = $2', [renditionId, ownerId])).rowCount ===
      1,
    listStale: (changedBefore) =>
      renditions(`WHERE state = 'BRAILLING' AND changed_at < $1 ORDER BY changed_at LIMIT $2`, [
        changedBefore,
        STALE_TAKEN,
      ]),
  };
}

async function keepFiles(pool: Pool, renditionId: string, files: Partial<RenditionFiles>): Promise<void> {
  const { brfAssetId = null, pefAssetId = null, unicodeAssetId = null } = files;
  await pool.query(
    `UPDATE rendition SET brf_asset_id = coalesce($2, brf_asset_id), pef_asset_id = coalesce($3, pef_asset_id),
       unicode_asset_id = coalesce($4, unicode_asset_id), changed_at = now() WHERE id = $1`,
    [renditionId, brfAssetId, pefAssetId, unicodeAssetId],
  );
}

function keepPages(pool: Pool, renditionId: string, pages: readonly BraillePage[]): Promise<boolean> {
  const [first] = pages;
  if (!first) return Promise.resolve(true);
  return inTransaction(pool, async (sql) => {
    const { rowCount } = await sql.query(
      'UPDATE rendition SET page_count = page_count + $3, changed_at = now() WHERE id = $1 AND page_count = $2',
      [renditionId, first.number - 1, pages.length],
    );
    if (rowCount !== 1) return false;
    await sql.query(
      `INSERT INTO braille_page (rendition_id, number, volume, print_page, lines, blocks, cells)
       SELECT $1, number, volume, "printPage", lines, blocks, cells FROM jsonb_to_recordset($2::jsonb)
         AS page (number integer, volume integer, "printPage" text, lines jsonb, blocks integer[], cells text)`,
      [renditionId, JSON.stringify(pages.map(toPageRow))],
    );
    return true;
  });
}

/** A page with what it is found by. */
const toPageRow = (page: BraillePage) => ({
  ...page,
  blocks: [
    ...new Set(page.lines.flatMap(({ pieces }) => pieces.flatMap(({ block }) => (block === '' ? [] : Number(block))))),
  ],
  cells: page.lines.map(({ cells }) => cells).join('\n'),
});
