import { inTransaction } from '@modu/postgres';
import type { Pool } from 'pg';
import type { ChapterHead, SpeechChapter, SpeechClip } from '../domain/speech-clip.ts';
import type { TextChapter } from '../domain/chapters.ts';
import type { After } from './document-store.ts';
import { CHAPTER_COLUMNS, CLIP_COLUMNS, fromWords, toChapter, toChapterHead, toClip } from './clip-rows.ts';
import { whyNotKept } from './kept.ts';
import type { Kept } from './kept.ts';
import { staleRows } from './stale.ts';

/** One chapter of a clip. */
export type ChapterPlace = Pick<SpeechChapter, 'clipId' | 'number'>;
export type NewClip = Omit<SpeechClip, 'state' | 'chapterCount' | 'durationMs' | 'assetId' | 'createdAt'>;

/** Clips of speech and their chapters. What is not the owner's is not found. */
export interface ClipStore {
  find(ids: readonly string[], ownerId: string): Promise<SpeechClip[]>;
  list(ownerId: string, page: { readonly take: number; readonly after?: After }): Promise<SpeechClip[]>;
  /** Of a document, the newest first. */
  listOf(documentIds: readonly string[]): Promise<SpeechClip[]>;
  /** Of a document, those that are still being said. */
  listUnfinished(documentId: string): Promise<SpeechClip[]>;
  /** In their order, of clips in any order. */
  chapters(clipIds: readonly string[]): Promise<ChapterHead[]>;
  /** Whole, in any order. */
  wholeChapters(asked: readonly ChapterPlace[]): Promise<SpeechChapter[]>;
  /** Makes the clip of a job, or finds the one that an earlier run made. Undefined when its document is gone. */
  begin(clip: NewClip): Promise<SpeechClip | undefined>;
  /** Keeps the chapter that follows those that are kept. */
  keepChapter(chapter: SpeechChapter): Promise<Kept>;
  /** Whether this very chapter is kept. */
  hasChapter(clipId: string, chapter: Pick<TextChapter, 'number' | 'title' | 'text'>): Promise<boolean>;
  /** Another edition of the engine says it from now on. */
  keepEdition(clipId: string, edition: SpeechClip['edition']): Promise<void>;
  /** Forgets the chapters from this one on: they would be said otherwise now. @returns their files. */
  dropChapters(clipId: string, from: number): Promise<string[]>;
  /** Notes a file before its bytes are stored; `false` when the clip is gone. */
  noteFile(clipId: string, assetId: string): Promise<boolean>;
  /** All files that were ever stored for a clip, whatever became of the run that did it. */
  files(clipId: string): Promise<string[]>;
  /** Those among them that the clip does not consist of: of runs that died between storing and keeping. */
  strayFiles(clipId: string): Promise<string[]>;
  /** All is said, and the whole of it is this file; whoever gives the work up can delete it. */
  keepWhole(clipId: string, assetId: string): Promise<void>;
  finish(clipId: string): Promise<void>;
  remove(clipId: string, ownerId: string): Promise<boolean>;
  /** Clips that nobody has gone on saying for a while, some at a time in the order of their ids. */
  listStale(changedBefore: Date, afterId?: string): Promise<SpeechClip[]>;
}

const LISTED_OF_DOCUMENT = 50;
const NOTED = 'SELECT asset_id AS id FROM speech_file WHERE clip_id = $1';
const USED = `(SELECT asset_id AS id FROM speech_chapter WHERE clip_id = $1
  UNION SELECT asset_id AS id FROM speech_clip WHERE id = $1 AND asset_id IS NOT NULL)`;

export function createClipStore(pool: Pool): ClipStore {
  const clips = async (where: string, values: readonly unknown[]) =>
    (await pool.query(`SELECT ${CLIP_COLUMNS} FROM speech_clip ${where}`, [...values])).rows.map(toClip);
  const assetIds = async (sql: string, clipId: string) =>
    (await pool.query<{ id: string }>(sql, [clipId])).rows.map(({ id }) => id);

  return {
    find: (ids, ownerId) => clips('WHERE id = ANY($1::uuid[]) AND owner_id = $2', [ids, ownerId]),
    list: (ownerId, { take, after }) =>
      clips(
        `WHERE owner_id = $1 AND ($3::timestamptz IS NULL OR (created_at, id) < ($3, $4::uuid))
         ORDER BY created_at DESC, id DESC LIMIT $2`,
        [ownerId, take, after?.createdAt ?? null, after?.id ?? null],
      ),
    listOf: (documentIds) =>
      clips(
        `WHERE id IN (SELECT newest.id FROM unnest($1::uuid[]) AS of (document) CROSS JOIN LATERAL (
           SELECT id FROM speech_clip WHERE document_id = of.document ORDER BY created_at DESC, id DESC LIMIT $2) newest)
         ORDER BY created_at DESC, id DESC`,
        [documentIds, LISTED_OF_DOCUMENT],
      ),
    listUnfinished: (documentId) => clips(`WHERE document_id = $1 AND state = 'SPEAKING'`, [documentId]),
    chapters: async (clipIds) => {
      const sql = `SELECT ${CHAPTER_COLUMNS} FROM speech_chapter WHERE clip_id = ANY($1::uuid[]) ORDER BY number`;
      return (await pool.query(sql, [clipIds])).rows.map(toChapterHead);
    },
    wholeChapters: async (asked) => {
      const sql = `SELECT ${CHAPTER_COLUMNS}, text, words FROM speech_chapter
        WHERE (clip_id, number) IN (SELECT * FROM unnest($1::uuid[], $2::integer[]))`;
      const places = [asked.map(({ clipId }) => clipId), asked.map(({ number }) => number)];
      return (await pool.query(sql, places)).rows.map(toChapter);
    },
    begin: async (clip) => {
      const { id, ownerId, jobId, documentId, title, language, voice, rate, pitch, format, edition } = clip;
      await pool.query(
        `INSERT INTO speech_clip (id, owner_id, job_id, document_id, state, title, language, voice, rate, pitch, format, edition)
         SELECT $1, $2, $3, $4, 'SPEAKING', $5, $6, $7, $8, $9, $10, $11
         WHERE $4::uuid IS NULL OR EXISTS (SELECT FROM document WHERE id = $4 AND owner_id = $2)
         ON CONFLICT (id) DO NOTHING`,
        [id, ownerId, jobId, documentId, title, language, voice, rate, pitch, format, JSON.stringify(edition)],
      );
      return (await clips('WHERE id = $1', [id]))[0];
    },
    keepChapter: (chapter) => keepChapter(pool, chapter),
    hasChapter: async (clipId, { number, title, text }) => {
      const sql = 'SELECT FROM speech_chapter WHERE clip_id = $1 AND number = $2 AND title = $3 AND text = $4';
      return (await pool.query(sql, [clipId, number, title, text])).rowCount === 1;
    },
    keepEdition: async (clipId, edition) =>
      void (await pool.query('UPDATE speech_clip SET edition = $2 WHERE id = $1', [clipId, JSON.stringify(edition)])),
    dropChapters: (clipId, from) => dropChapters(pool, clipId, from),
    noteFile: async (clipId, assetId) => {
      const sql = `INSERT INTO speech_file (clip_id, asset_id) SELECT id, $2 FROM speech_clip WHERE id = $1
        ON CONFLICT (clip_id, asset_id) DO UPDATE SET asset_id = $2`;
      return (await pool.query(sql, [clipId, assetId])).rowCount === 1;
    },
    files: (clipId) => assetIds(`${NOTED} UNION ${USED}`, clipId),
    strayFiles: (clipId) => assetIds(`${NOTED} EXCEPT ${USED}`, clipId),
    keepWhole: async (clipId, assetId) =>
      void (await pool.query('UPDATE speech_clip SET asset_id = $2, changed_at = now() WHERE id = $1', [
        clipId,
        assetId,
      ])),
    finish: async (clipId) =>
      void (await pool.query(`UPDATE speech_clip SET state = 'READY', changed_at = now() WHERE id = $1`, [clipId])),
    remove: async (clipId, ownerId) =>
      (await pool.query('DELETE FROM speech_clip WHERE id = $1 AND owner_id = $2', [clipId, ownerId])).rowCount === 1,
    listStale: (changedBefore, afterId) => clips(staleRows('SPEAKING'), [changedBefore, afterId ?? null]),
  };
}

function keepChapter(pool: Pool, chapter: SpeechChapter): Promise<Kept> {
  const { clipId, number, title, text, assetId, durationMs, words } = chapter;
  return inTransaction(pool, async (sql) => {
    const { rowCount } = await sql.query(
      `UPDATE speech_clip SET chapter_count = chapter_count + 1, duration_ms = duration_ms + $3, changed_at = now()
       WHERE id = $1 AND chapter_count = $2`,
      [clipId, number - 1, durationMs],
    );
    if (rowCount !== 1) return whyNotKept(sql, { table: 'speech_clip', id: clipId });
    await sql.query(
      `INSERT INTO speech_chapter (clip_id, number, title, text, asset_id, duration_ms, words)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [clipId, number, title, text, assetId, durationMs, fromWords(words)],
    );
    return 'KEPT';
  });
}

function dropChapters(pool: Pool, clipId: string, from: number): Promise<string[]> {
  return inTransaction(pool, async (sql) => {
    const { rows } = await sql.query<{ assetId: string; durationMs: number }>(
      `DELETE FROM speech_chapter WHERE clip_id = $1 AND number >= $2
       RETURNING asset_id AS "assetId", duration_ms AS "durationMs"`,
      [clipId, from],
    );
    await sql.query(
      `UPDATE speech_clip SET chapter_count = chapter_count - $2, duration_ms = duration_ms - $3, changed_at = now()
       WHERE id = $1`,
      [clipId, rows.length, rows.reduce((sum, { durationMs }) => sum + durationMs, 0)],
    );
    return rows.map(({ assetId }) => assetId);
  });
}
