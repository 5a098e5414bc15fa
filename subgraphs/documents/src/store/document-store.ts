import { textOf } from '@modu/engine-reading';
import type { DocumentPart } from '@modu/engine-reading';
import { inTransaction } from '@modu/postgres';
import type { Pool } from 'pg';
import type { Document, OutlineEntry, PlacedBlock } from '../domain/document.ts';
import { finishDocument } from './carry-corrections.ts';
import { DOCUMENT_COLUMNS, toDocument } from './document-rows.ts';
import { readBlocks, readBlocksNumbered, readOutlines } from './read-blocks.ts';
import type { BlocksAsked, NumbersAsked } from './read-blocks.ts';
import { whyNotKept } from './kept.ts';
import type { Kept } from './kept.ts';
import { staleRows } from './stale.ts';

export type NewDocument = Omit<
  Document,
  'state' | 'partsRead' | 'blockCount' | 'charCount' | 'pagesWithoutText' | 'version' | 'createdAt'
>;

/** Where a list goes on after. */
export interface After {
  readonly createdAt: Date;
  readonly id: string;
}

/** Documents and their blocks. What is not the owner's is not found. */
export interface DocumentStore {
  find(ids: readonly string[], ownerId: string): Promise<Document[]>;
  list(ownerId: string, page: { readonly take: number; readonly after?: After }): Promise<Document[]>;
  /** An answer for each that is asked, in one read; so with those that follow. */
  blocks(asked: readonly BlocksAsked[]): Promise<PlacedBlock[][]>;
  blocksNumbered(asked: readonly NumbersAsked[]): Promise<PlacedBlock[][]>;
  outlines(documentIds: readonly string[]): Promise<OutlineEntry[][]>;
  /** Makes the document that a job reads, or finds the one that an earlier run of it made. */
  begin(document: NewDocument): Promise<Document>;
  /** Keeps parts in order that follow those that are kept. */
  keepParts(documentId: string, parts: readonly DocumentPart[]): Promise<Kept>;
  /** Makes it ready; what was corrected when the same file was read before is corrected again. */
  finish(documentId: string): Promise<void>;
  /** @returns whether there was one. */
  remove(documentId: string, ownerId: string): Promise<boolean>;
  /** Documents that nobody has gone on reading for a while, some at a time in the order of their ids. */
  listStale(changedBefore: Date, afterId?: string): Promise<Document[]>;
}

export function createDocumentStore(pool: Pool): DocumentStore {
  const documents = async (sql: string, values: readonly unknown[]) =>
    (await pool.query(sql, [...values])).rows.map(toDocument);

  return {
    find: (ids, ownerId) =>
      documents(`SELECT ${DOCUMENT_COLUMNS} FROM document WHERE id = ANY($1::uuid[]) AND owner_id = $2`, [
        ids,
        ownerId,
      ]),
    list: (ownerId, { take, after }) =>
      documents(
        `SELECT ${DOCUMENT_COLUMNS} FROM document
         WHERE owner_id = $1 AND ($3::timestamptz IS NULL OR (created_at, id) < ($3, $4::uuid))
         ORDER BY created_at DESC, id DESC LIMIT $2`,
        [ownerId, take, after?.createdAt ?? null, after?.id ?? null],
      ),
    blocks: (asked) => readBlocks(pool, asked),
    blocksNumbered: (asked) => readBlocksNumbered(pool, asked),
    outlines: (documentIds) => readOutlines(pool, documentIds),
    begin: async (document) => {
      const { id, ownerId, assetId, jobId, title, language, format, pageCount, partCount } = document;
      await pool.query(
        `INSERT INTO document (id, owner_id, asset_id, job_id, state, title, language, format, page_count, part_count)
         VALUES ($1, $2, $3, $4, 'READING', $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING`,
        [id, ownerId, assetId, jobId, title, language, format, pageCount, partCount],
      );
      const [found] = await documents(`SELECT ${DOCUMENT_COLUMNS} FROM document WHERE id = $1`, [id]);
      if (!found) throw new Error('The document that was begun is gone.');
      return found;
    },
    keepParts: (documentId, parts) => keepParts(pool, documentId, parts),
    finish: (documentId) => finishDocument(pool, documentId),
    remove: async (documentId, ownerId) =>
      (await pool.query('DELETE FROM document WHERE id = $1 AND owner_id = $2', [documentId, ownerId])).rowCount === 1,
    listStale: (changedBefore, afterId) =>
      documents(`SELECT ${DOCUMENT_COLUMNS} FROM document ${staleRows('READING')}`, [changedBefore, afterId ?? null]),
  };
}

function keepParts(pool: Pool, documentId: string, parts: readonly DocumentPart[]): Promise<Kept> {
  const [first, last] = [parts[0]?.number, parts.at(-1)?.number];
  if (first === undefined) return Promise.resolve('KEPT');
  const blocks = parts.flatMap((part) => part.blocks.map((content) => ({ part: part.number, content })));
  const chars = blocks.map(({ content }) => textOf(content).length);
  const unread = parts.filter(({ isUnread }) => isUnread).map(({ number }) => number);
  return inTransaction(pool, async (sql) => {
    const { rows } = await sql.query<{ before: number }>(
      `UPDATE document SET parts_read = $2, block_count = block_count + $3, char_count = char_count + $4,
         pages_without_text = pages_without_text || $6::integer[], changed_at = now()
       WHERE id = $1 AND parts_read = $5 - 1 RETURNING block_count - $3 AS before`,
      [documentId, last, blocks.length, chars.reduce((sum, count) => sum + count, 0), first, unread],
    );
    const before = rows[0]?.before;
    if (before === undefined) return whyNotKept(sql, { table: 'document', id: documentId });
    await sql.query(
      `INSERT INTO block (document_id, number, position, part, kind, char_count, content)
       SELECT $1, $2 + place, $2 + place, part, content->>'kind', char_count, content
       FROM unnest($3::integer[], $4::integer[], $5::jsonb[]) WITH ORDINALITY AS one (part, char_count, content, place)`,
      [documentId, before, blocks.map(({ part }) => part), chars, blocks.map(({ content }) => JSON.stringify(content))],
    );
    return 'KEPT';
  });
}
