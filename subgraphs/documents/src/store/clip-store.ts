import { inTransaction } from '@modu/postgres';
import type { Pool } from 'pg';
import type { ChapterHead, SpeechChapter, SpeechClip } from '../domain/speech-clip.ts';
import type { After } from './document-store.ts';
import { CHAPTER_COLUMNS, CLIP_COLUMNS, fromWords, toChapter, toChapterHead, toClip } from './clip-rows.ts';

/** One chapter of a clip. */
export type ChapterPlace = Pick<SpeechChapter, 'clipId' | 'number'>;
export type NewClip = Omit<SpeechClip, 'state' | 'chapterCount' | 'durationMs' | 'assetId' | 'createdAt'>;

/** Clips of speech and their chapters. What is not the owner's is not found. */
export interface ClipStore {
  find(ids: readonly string[], ownerId: string): Promise<SpeechClip[]>;
  list(ownerId: string, page: { readonly take: number; readonly after?: After }): Promise<SpeechClip[]>;
  /** Of a document, the newest first. */
  listOf(documentIds: readonly string[]): Promise<SpeechClip[]>;
  /** In their order, of clips in any order. */
  chapters(clipIds: readonly string[]): Promise<ChapterHead[]>;
  /** Whole, in any order. */
  wholeChapters(asked: readonly ChapterPlace[]): Promise<SpeechChapter[]>;
  /** Makes the clip of a job, or finds the one that an earlier run made. Undefined when its document is gone. */
  begin(clip: NewClip): Promise<SpeechClip | undefined>;
  /** Keeps the chapter that follows those that are kept; `false` when it does not: another run has kept it. */
  keepChapter(chapter: SpeechChapter): Promise<boolean>;
  /** Keeps the file of the whole, so that whoever gives the work up can delete it. */
  keepWhole(clipId: string, assetId: string): Promise<void>;
  finish(clipId: string, assetId: string): Promise<void>;
  remove(clipId: string, ownerId: string): Promise<boolean>;
  /** Clips that nobody has gone on saying for a while. */
  listStale(changedBefore: Date): Promise<SpeechClip[]>;
}

const STALE_TAKEN = 100;
const LISTED_OF_DOCUMENT = 50;

export function createClipStore(pool: Pool): ClipStore {
  const clips = async (where: string, values: readonly unknown[]) =>
    (await pool.query(`SELECT ${CLIP_COLUMNS} FROM speech_clip ${where}`, [...values])).rows.map(toClip);

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
      const { id, ownerId, jobId, documentId, title, language, voice, rate, pitch, format } = clip;
      await pool.query(
        `INSERT INTO speech_clip (id, owner_id, job_id, document_id, state, title, language, voice, rate, pitch, format)
         SELECT $1, $2, $3, $4, 'SPEAKING', $5, $6, $7, $8, $9, $10
         WHERE $4::uuid IS NULL OR EXISTS (SELECT FROM document WHERE id = $4 AND owner_id = $2)
         ON CONFLICT (id) DO NOTHING`,
        [id, ownerId, jobId, documentId, title, language, voice, rate, pitch, format],
      );
      return (await clips('WHERE id = $1', [id]))[0];
    },
    keepChapter: (chapter) => keepChapter(pool, chapter),
    keepWhole: async (clipId, assetId) =>
      void (await pool.query('UPDATE speech_clip SET asset_id = $2, changed_at = now() WHERE id = $1', [
        clipId,
        assetId,
      ])),
    finish: async (clipId, assetId) =>
      void (await pool.query(
        `UPDATE speech_clip SET state = 'READY', asset_id = $2, changed_at = now() WHERE id = $1`,
        [clipId, assetId],
      )),
    remove: async (clipId, ownerId) =>
      (await pool.query('DELETE FROM speech_clip WHERE id = $1 AND owner_id = $2', [clipId, ownerId])).rowCount === 1,
    listStale: (changedBefore) =>
      clips(`WHERE state = 'SPEAKING' AND changed_at < $1 ORDER BY changed_at LIMIT $2`, [changedBefore, STALE_TAKEN]),
  };
}

function keepChapter(pool: Pool, chapter: SpeechChapter): Promise<boolean> {
  const { clipId, number, title, text, assetId, durationMs, words } = chapter;
  return inTransaction(pool, async (sql) => {
    const { rowCount } = await sql.query(
      `UPDATE speech_clip SET chapter_count = chapter_count + 1, duration_ms = duration_ms + $3, changed_at = now()
       WHERE id = $1 AND chapter_count = $2`,
      [clipId, number - 1, durationMs],
    );
    if (rowCount !== 1) return false;
    await sql.query(
      `INSERT INTO speech_chapter (clip_id, number, title, text, asset_id, duration_ms, words)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [clipId, number, title, text, assetId, durationMs, fromWords(words)],
    );
    return true;
  });
}
