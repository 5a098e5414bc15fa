import { blockSchema, textOf } from '@modu/engine-reading';
import type { Block } from '@modu/engine-reading';
import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { inTransaction } from '@modu/postgres';
import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import { actOf, CORRECTION_ACTS, CORRECTIONS_BYTES_MAX, CORRECTIONS_KEPT } from '../domain/correction.ts';
import type { BlockState, Correction } from '../domain/correction.ts';
import type { BlockPlace } from '../domain/block-id.ts';
import type { Document, PlacedBlock } from '../domain/document.ts';
import { BLOCK_COLUMNS, DOCUMENT_COLUMNS, toBlock, toDocument } from './document-rows.ts';
import { moveRow } from './move-row.ts';

/** Whose it is, and what he saw when he decided. */
export interface Expected {
  readonly ownerId: string;
  readonly version: number;
}

/** Says what becomes of a block. `source`: as it was read. */
export type Decide = (
  now: BlockState,
  head: { readonly source: Block; readonly language: string },
) => BlockState | Refusal;

/** Corrections of documents that are ready. What is not the owner's is not found; what somebody changed meanwhile is a CONFLICT. */
export interface CorrectionStore {
  /** `version` is that of the block. @returns the number of the block that changed. */
  change(place: BlockPlace, expected: Expected, decide: Decide): Promise<number | Refusal>;
  /** Puts a block after another, or first. */
  move(place: BlockPlace, expected: Expected, after: number | null): Promise<number | Refusal>;
  /** Takes the last correction back; `version` is that of the document. */
  undo(documentId: string, expected: Expected): Promise<number | Refusal>;
  /** The last correction of each; those without any are missing. */
  last(documentIds: readonly string[]): Promise<ReadonlyMap<string, Correction>>;
}

const state = z.object({ block: blockSchema, isLeftOut: z.boolean(), position: z.int() });
const correctionRow = z.object({ number: z.int(), act: z.enum(CORRECTION_ACTS), before: state });
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const unknownDocument = () => refuse('NOT_FOUND', 'document.unknown', { path: ['input'] });
const conflict = () => refuse('CONFLICT', 'correction.conflict', { path: ['input', 'expectedVersion'] });

export function createCorrectionStore(pool: Pool): CorrectionStore {
  const change: CorrectionStore['change'] = (place, expected, decide) =>
    inTransaction(pool, async (sql) => {
      const document = await lockDocument(sql, place.documentId, expected.ownerId);
      if (!document) return unknownDocument();
      const found = await findBlock(sql, place);
      if (!found) return unknownDocument();
      if (found.placed.version !== expected.version) return conflict();
      const before = stateOf(found.placed);
      const after = decide(before, { source: found.source, language: document.language });
      if (isRefusal(after)) return after;
      if (isSame(before, after)) return place.number;
      await put(sql, { place, after });
      await remember(sql, { document, number: place.number, before, after });
      return place.number;
    });
  return {
    change,
    move: (place, expected, after) =>
      inTransaction(pool, async (sql) => {
        const document = await lockDocument(sql, place.documentId, expected.ownerId);
        const found = document && (await findBlock(sql, place));
        if (!document || !found) return unknownDocument();
        if (found.placed.version !== expected.version) return conflict();
        const target = after === null ? undefined : await findBlock(sql, { ...place, number: after });
        if (after !== null && !target)
          return refuse('INVALID_INPUT', 'correction.place', { path: ['input', 'afterBlockId'] });
        const before = stateOf(found.placed);
        const behind = target?.placed.position ?? 0;
        const position = behind < before.position ? behind + 1 : behind;
        if (after === place.number || position === before.position) return place.number;
        await put(sql, { place, after: { ...before, position } });
        await remember(sql, {
          document,
          number: place.number,
          before,
          after: { ...before, position },
        });
        return place.number;
      }),
    undo: (documentId, expected) =>
      inTransaction(pool, async (sql) => {
        const document = await lockDocument(sql, documentId, expected.ownerId);
        if (!document) return unknownDocument();
        if (document.version !== expected.version) return conflict();
        const { rows } = await sql.query(
          `DELETE FROM correction WHERE document_id = $1 AND version = (SELECT max(version) FROM correction WHERE document_id = $1)
           RETURNING number, act, before`,
          [documentId],
        );
        if (rows.length === 0) return refuse('NOT_FOUND', 'correction.none', { path: ['input', 'documentId'] });
        const { number, before } = correctionRow.parse(rows[0]);
        await put(sql, { place: { documentId, number }, after: before });
        await nextVersion(sql, documentId);
        return number;
      }),
    last: (documentIds) => listLast(pool, documentIds),
  };
}

const stateOf = ({ block, isLeftOut, position }: PlacedBlock): BlockState => ({ block, isLeftOut, position });

/** One correction of a document at a time. */
async function lockDocument(sql: PoolClient, documentId: string, ownerId: string): Promise<Document | undefined> {
  const { rows } = await sql.query(
    `SELECT ${DOCUMENT_COLUMNS} FROM document WHERE id = $1 AND owner_id = $2 AND state = 'READY' FOR UPDATE`,
    [documentId, ownerId],
  );
  return rows.map(toDocument)[0];
}

async function findBlock(sql: PoolClient, { documentId, number }: BlockPlace) {
  const { rows } = await sql.query<{ source: unknown }>(
    `SELECT ${BLOCK_COLUMNS}, source FROM block WHERE document_id = $1 AND number = $2`,
    [documentId, number],
  );
  const [row] = rows;
  if (!row) return undefined;
  const placed = toBlock(row);
  return { placed, source: row.source === null ? placed.block : blockSchema.parse(row.source) };
}

/** Writes a block as it is to be; its document's length follows. */
async function put(
  sql: PoolClient,
  { place, after }: { readonly place: BlockPlace; readonly after: BlockState },
): Promise<void> {
  const { documentId, number } = place;
  const { block, isLeftOut, position } = after;
  await moveRow(sql, place, position);
  await sql.query(
    `UPDATE document SET changed_at = now(), char_count = char_count
       + (SELECT CASE WHEN $3 THEN 0 ELSE $4::integer END - CASE WHEN left_out THEN 0 ELSE char_count END
          FROM block WHERE document_id = $1 AND number = $2)
     WHERE id = $1`,
    [documentId, number, isLeftOut, textOf(block).length],
  );
  await sql.query(
    `UPDATE block SET version = version + 1, left_out = $3, char_count = $4, kind = $5, content = $6::jsonb,
       source = CASE WHEN coalesce(source, content) = $6::jsonb THEN NULL ELSE coalesce(source, content) END
     WHERE document_id = $1 AND number = $2`,
    [documentId, number, isLeftOut, textOf(block).length, block.kind, JSON.stringify(block)],
  );
}

interface Remembering {
  readonly document: Document;
  readonly number: number;
  readonly before: BlockState;
  readonly after: BlockState;
}

async function remember(sql: PoolClient, { document, number, before, after }: Remembering): Promise<void> {
  const version = await nextVersion(sql, document.id);
  await sql.query(
    'INSERT INTO correction (document_id, version, number, act, before, after) VALUES ($1, $2, $3, $4, $5, $6)',
    [document.id, version, number, actOf(before, after), JSON.stringify(before), JSON.stringify(after)],
  );
  // Versions count what was taken back too: it is the corrections that are counted.
  await sql.query(
    `DELETE FROM correction USING (
       SELECT version, row_number() OVER newest AS nth, sum(pg_column_size(before) + pg_column_size(after)) OVER newest AS bytes
       FROM correction WHERE document_id = $1 WINDOW newest AS (ORDER BY version DESC)) AS kept
     WHERE document_id = $1 AND correction.version = kept.version AND nth > 1 AND (nth > $2 OR bytes > $3)`,
    [document.id, CORRECTIONS_KEPT, CORRECTIONS_BYTES_MAX],
  );
}

async function nextVersion(sql: PoolClient, documentId: string): Promise<number> {
  const { rows } = await sql.query<{ version: number }>(
    'UPDATE document SET version = version + 1 WHERE id = $1 RETURNING version',
    [documentId],
  );
  return rows[0]?.version ?? 0;
}

async function listLast(pool: Pool, documentIds: readonly string[]): Promise<ReadonlyMap<string, Correction>> {
  const { rows } = await pool.query(
    `SELECT DISTINCT ON (document_id) document_id AS "documentId", number, act, before FROM correction
     WHERE document_id = ANY($1::uuid[]) ORDER BY document_id, version DESC`,
    [documentIds],
  );
  return new Map(
    (rows as { documentId: string }[]).map((row) => {
      const { number, act } = correctionRow.parse(row);
      return [row.documentId, { number, act }];
    }),
  );
}
