import { blockSchema, FORMATS } from '@modu/engine-reading';
import { z } from 'zod';
import type { Document, OutlineEntry, PlacedBlock } from '../domain/document.ts';

export const DOCUMENT_COLUMNS = `id, owner_id AS "ownerId", asset_id AS "assetId", job_id AS "jobId", state, title, language, format,
  page_count AS "pageCount", part_count AS "partCount", parts_read AS "partsRead", block_count AS "blockCount", char_count AS "charCount", pages_without_text AS "pagesWithoutText", version, created_at AS "createdAt"`;

const documentRow = z.object({
  id: z.string(),
  ownerId: z.string(),
  assetId: z.string(),
  jobId: z.string(),
  state: z.enum(['READING', 'READY']),
  title: z.string(),
  language: z.string(),
  format: z.enum(FORMATS),
  pageCount: z.int().nullable(),
  partCount: z.int(),
  partsRead: z.int(),
  blockCount: z.int(),
  charCount: z.int(),
  pagesWithoutText: z.array(z.int()),
  version: z.int(),
  createdAt: z.date(),
});

export const BLOCK_COLUMNS = `document_id AS "documentId", number, position, version, left_out AS "isLeftOut", source IS NOT NULL AS "isCorrected", content`;

const blockRow = z.object({
  documentId: z.string(),
  number: z.int(),
  position: z.int(),
  version: z.int(),
  isLeftOut: z.boolean(),
  isCorrected: z.boolean(),
  content: blockSchema,
});

export const toDocument = (row: unknown): Document => documentRow.parse(row);

export function toBlock(row: unknown): PlacedBlock {
  const { content, ...place } = blockRow.parse(row);
  return { ...place, block: content };
}

export function toOutlineEntry(row: unknown): OutlineEntry {
  const { documentId, number, block } = toBlock(row);
  if (block.kind !== 'HEADING') throw new Error('The outline holds headings only.');
  return { documentId, number, level: block.level, text: block.text, page: block.page };
}
