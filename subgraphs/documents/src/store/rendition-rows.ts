import { unpackPage } from '@modu/engine-braille';
import type { BraillePage, PageLine } from '@modu/engine-braille';
import { z } from 'zod';
import { setupSchema } from '../contracts.ts';
import type { Rendition, RenditionPage } from '../domain/rendition.ts';
import { editionRow } from './edition-row.ts';

export const RENDITION_COLUMNS = `id, document_id AS "documentId", document_version AS "documentVersion", owner_id AS "ownerId", job_id AS "jobId", state, code, grade, setup, edition,
  page_count AS "pageCount", contents_page_count AS "contentsPageCount", brf_asset_id AS "brfAssetId", pef_asset_id AS "pefAssetId", unicode_asset_id AS "unicodeAssetId", created_at AS "createdAt"`;

const renditionRow = z.object({
  id: z.string(),
  documentId: z.string(),
  documentVersion: z.int(),
  ownerId: z.string(),
  jobId: z.string(),
  state: z.enum(['BRAILLING', 'READY']),
  code: z.string(),
  grade: z.int().nullable(),
  setup: setupSchema,
  edition: editionRow.nullable(),
  pageCount: z.int(),
  contentsPageCount: z.int(),
  brfAssetId: z.string().nullable(),
  pefAssetId: z.string().nullable(),
  unicodeAssetId: z.string().nullable(),
  createdAt: z.date(),
});

const piece = z.object({
  at: z.int(),
  length: z.int(),
  block: z.string(),
  path: z.array(z.int()),
  start: z.int(),
  end: z.int(),
  rule: z.string(),
  undecided: z.string().nullable(),
});
const lines: z.ZodType<PageLine[]> = z.array(z.object({ cells: z.string(), pieces: z.array(piece) }));

export const PAGE_COLUMNS = `rendition_id AS "renditionId", number, volume, print_page AS "printPage", blocks, lines, cells, pieces`;

const sheetRow = z.object({
  number: z.int(),
  volume: z.int(),
  printPage: z.string().nullable(),
  cells: z.string(),
});

const pageRow = sheetRow.extend({
  renditionId: z.string(),
  blocks: z.array(z.int()),
  /** Of pages that were kept before pieces were bytes. */
  lines: lines.nullable(),
  pieces: z.instanceof(Buffer).nullable(),
});

/** A page without where its cells came from. */
export function toSheet(row: unknown): BraillePage {
  const { cells, ...page } = sheetRow.parse(row);
  return { ...page, lines: cells.split('\n').map((line) => ({ cells: line, pieces: [] })) };
}

export const toRendition = (row: unknown): Rendition => renditionRow.parse(row);

export function toRenditionPage(row: unknown): RenditionPage {
  const { renditionId, blocks, lines: kept, cells, pieces, ...page } = pageRow.parse(row);
  if (pieces === null) return { ...page, renditionId, blocks, lines: kept ?? [] };
  return { ...unpackPage({ ...page, cells, pieces }), renditionId, blocks };
}
