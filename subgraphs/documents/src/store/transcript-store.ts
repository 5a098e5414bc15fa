import type { HeardSegment } from '@modu/engine-speech';
import { inTransaction } from '@modu/postgres';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Transcript, TranscriptSegment } from '../domain/transcript.ts';
import type { After } from './document-store.ts';

export type NewTranscript = Pick<
  Transcript,
  'id' | 'ownerId' | 'assetId' | 'jobId' | 'title' | 'language' | 'transcriber'
>;

/** Transcripts and what was said. What is not the owner's is not found. */
export interface TranscriptStore {
  find(ids: readonly string[], ownerId: string): Promise<Transcript[]>;
  list(ownerId: string, page: { readonly take: number; readonly after?: After }): Promise<Transcript[]>;
  /** In their order, of transcripts in any order. */
  segments(transcriptIds: readonly string[]): Promise<TranscriptSegment[]>;
  /** Makes the transcript of a job, or finds the one that an earlier run made. */
  begin(transcript: NewTranscript): Promise<Transcript>;
  setLength(transcriptId: string, lengthMs: number): Promise<void>;
  /** Keeps what was heard after `fromMs`; `false` when another run has kept it. */
  keep(
    transcriptId: string,
    heard: { readonly segments: readonly HeardSegment[]; readonly fromMs: number; readonly upToMs: number },
  ): Promise<boolean>;
  finish(transcriptId: string): Promise<void>;
  remove(transcriptId: string, ownerId: string): Promise<boolean>;
  /** Transcripts that nobody has gone on with for a while. */
  listStale(changedBefore: Date): Promise<Transcript[]>;
}

const COLUMNS = `id, owner_id AS "ownerId", asset_id AS "assetId", job_id AS "jobId", state, title, language, transcriber,
  length_ms AS "lengthMs", heard_ms AS "heardMs", segment_count AS "segmentCount", created_at AS "createdAt"`;
const row = z.object({
  ...{ id: z.string(), ownerId: z.string(), assetId: z.string(), jobId: z.string() },
  state: z.enum(['HEARING', 'READY']),
  ...{ title: z.string(), language: z.string().nullable(), transcriber: z.string() },
  ...{ lengthMs: z.int(), heardMs: z.int(), segmentCount: z.int(), createdAt: z.date() },
});
const wordTuple = z.tuple([z.string(), z.int(), z.int(), z.number().nullable()]);
const segmentRow = z.object({
  ...{ transcriptId: z.string(), position: z.int(), startMs: z.int(), endMs: z.int(), text: z.string() },
  words: z.array(wordTuple),
});
const STALE_TAKEN = 100;

function toSegment(value: unknown): TranscriptSegment {
  const { words, ...segment } = segmentRow.parse(value);
  return {
    ...segment,
    words: words.map(([text, startMs, endMs, confidence]) => ({ text, startMs, endMs, confidence })),
  };
}

export function createTranscriptStore(pool: Pool): TranscriptStore {
  const transcripts = async (where: string, values: readonly unknown[]) =>
    (await pool.query(`SELECT ${COLUMNS} FROM transcript ${where}`, [...values])).rows.map((one) => row.parse(one));

  return {
    find: (ids, ownerId) => transcripts('WHERE id = ANY($1::uuid[]) AND owner_id = $2', [ids, ownerId]),
    list: (ownerId, { take, after }) =>
      transcripts(
        `WHERE owner_id = $1 AND ($3::timestamptz IS NULL OR (created_at, id) < ($3, $4::uuid))
         ORDER BY created_at DESC, id DESC LIMIT $2`,
        [ownerId, take, after?.createdAt ?? null, after?.id ?? null],
      ),
    segments: async (transcriptIds) => {
      const sql = `SELECT transcript_id AS "transcriptId", position, start_ms AS "startMs", end_ms AS "endMs", text, words
        FROM transcript_segment WHERE transcript_id = ANY($1::uuid[]) ORDER BY position`;
      return (await pool.query(sql, [transcriptIds])).rows.map(toSegment);
    },
    begin: async ({ id, ownerId, assetId, jobId, title, language, transcriber }) => {
      await pool.query(
        `INSERT INTO transcript (id, owner_id, asset_id, job_id, state, title, language, transcriber)
         VALUES ($1, $2, $3, $4, 'HEARING', $5, $6, $7) ON CONFLICT (id) DO NOTHING`,
        [id, ownerId, assetId, jobId, title, language, transcriber],
      );
      const [found] = await transcripts('WHERE id = $1', [id]);
      if (!found) throw new Error('The transcript that was begun is gone.');
      return found;
    },
    setLength: async (transcriptId, lengthMs) =>
      void (await pool.query('UPDATE transcript SET length_ms = $2, changed_at = now() WHERE id = $1', [
        transcriptId,
        lengthMs,
      ])),
    keep: (transcriptId, heard) => keep(pool, transcriptId, heard),
    finish: async (transcriptId) =>
      void (await pool.query(
        `UPDATE transcript SET state = 'READY', heard_ms = length_ms, changed_at = now() WHERE id = $1`,
        [transcriptId],
      )),
    remove: async (transcriptId, ownerId) =>
      (await pool.query('DELETE FROM transcript WHERE id = $1 AND owner_id = $2', [transcriptId, ownerId])).rowCount ===
      1,
    listStale: (changedBefore) =>
      transcripts(`WHERE state = 'HEARING' AND changed_at < $1 ORDER BY changed_at LIMIT $2`, [
        changedBefore,
        STALE_TAKEN,
      ]),
  };
}

type Heard = Parameters<TranscriptStore['keep']>[1];

function keep(pool: Pool, transcriptId: string, { segments, fromMs, upToMs }: Heard): Promise<boolean> {
  return inTransaction(pool, async (sql) => {
    const { rows } = await sql.query<{ count: number }>(
      `UPDATE transcript SET heard_ms = $3, segment_count = segment_count + $4, changed_at = now(),
         language = coalesce(language, $5)
       WHERE id = $1 AND heard_ms = $2 RETURNING segment_count AS count`,
      [transcriptId, fromMs, upToMs, segments.length, segments.find(({ language }) => language)?.language ?? null],
    );
    const [kept] = rows;
    if (!kept) return false;
    const before = kept.count - segments.length;
    const listed = segments.map(({ startMs, endMs, text, words }, at) => ({
      ...{ position: before + at + 1, startMs, endMs, text },
      words: words.map((word) => [word.text, word.startMs, word.endMs, word.confidence]),
    }));
    await sql.query(
      `INSERT INTO transcript_segment (transcript_id, position, start_ms, end_ms, text, words)
       SELECT $1, position, "startMs", "endMs", text, words FROM jsonb_to_recordset($2::jsonb)
         AS said (position integer, "startMs" integer, "endMs" integer, text text, words jsonb)`,
      [transcriptId, JSON.stringify(listed)],
    );
    return true;
  });
}
