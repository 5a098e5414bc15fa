import type { Client } from 'pg';
import type { PooledPicture } from './picture-pool.ts';
import { PROMPT_WORDS } from './prompt-words.ts';
import { dropWordIndexes, restoreWordIndexes } from './word-indexes.ts';

interface SeedOptions {
  readonly ownerId: string;
  readonly count: number;
  readonly pool: readonly PooledPicture[];
  /** How many rows one statement writes. */
  readonly batch?: number;
  onProgress(done: number): void;
}

const BATCH = 50_000;
const YEARS_MS = 3 * 365 * 86_400_000;

/**
 * Writes many pictures of one person, oldest first, over three years: each a row of its own that shows one of the pool's.
 * The same number always gives the same words, so that searches can be compared from run to run.
 */
export async function seedImages(
  client: Client,
  { ownerId, count, pool, batch = BATCH, onProgress }: SeedOptions,
): Promise<void> {
  const startMs = Date.now() - YEARS_MS;
  await dropWordIndexes(client);
  try {
    for (let from = 0; from < count; from += batch) {
      const to = Math.min(from + batch, count);
      await client.query(INSERT, [
        ...[from, to - 1, ownerId, startMs, YEARS_MS / count],
        ...[...poolColumns(pool), ...wordColumns()],
      ]);
      onProgress(to);
    }
  } finally {
    await restoreWordIndexes(client);
  }
  await client.query('VACUUM (ANALYZE) images');
  await client.query('VACUUM (ANALYZE) image_days');
  await client.query('VACUUM (ANALYZE) image_facets');
  await client.query('VACUUM (ANALYZE) image_facet_days');
}

function poolColumns(pool: readonly PooledPicture[]) {
  return [
    pool.map(({ assetId }) => assetId),
    pool.map(({ thumbnailAssetId }) => thumbnailAssetId),
    pool.map(({ thumbhash }) => thumbhash),
    pool.map(({ width }) => width),
    pool.map(({ height }) => height),
  ];
}

function wordColumns() {
  const { en, ko } = PROMPT_WORDS;
  return [en.mood, en.subject, en.place, en.style, ko.mood, ko.subject, ko.place, ko.style];
}

/** A number out of the picture's own, without order but always the same. */
const draw = (salt: number, among: string) =>
  `(1 + (hashint8(i + ${salt}::bigint * 4294967291) & 2147483647) % ${among})`;
const word = (salt: number, column: string) => `($${column})[${draw(salt, `cardinality($${column})`)}]`;

const INSERT = `
  INSERT INTO images (id, owner_id, asset_id, thumbnail_asset_id, thumbhash, width, height, prompt, negative_prompt, seed,
    model_id, settings, task, title, tags, starred, created_at)
  SELECT gen_random_uuid(), $3, ($6::uuid[])[picture], ($7::uuid[])[picture], ($8::text[])[picture], ($9::int[])[picture],
    ($10::int[])[picture],
    CASE WHEN ${draw(1, '10')} <= 3
      THEN concat_ws(' ', ${word(2, '17::text[]')}, ${word(3, '15::text[]')}, ${word(4, '16::text[]')}, ${word(5, '18::text[]')})
      ELSE concat_ws(' ', 'a', ${word(2, '11::text[]')}, ${word(3, '12::text[]')}, ${word(4, '13::text[]')} || ',', ${word(5, '14::text[]')}) END
      || CASE WHEN ${draw(6, '20')} = 1 THEN ', plate ' || i % 20000 ELSE '' END,
    CASE WHEN ${draw(7, '3')} = 1 THEN 'blurry, text, watermark' END,
    hashint8(i) & 2147483647,
    ${word(8, '19::text[]').replaceAll('$19::text[]', `ARRAY['sketch', 'sdxl', 'flux']`)},
    jsonb_build_object('steps', 10 + ${draw(9, '30')}),
    'TEXT_TO_IMAGE',
    CASE WHEN ${draw(10, '50')} = 1 THEN 'Study no. ' || i END,
    CASE WHEN ${draw(11, '8')} = 1 THEN ARRAY[(ARRAY['favourite', 'client work', 'print', '연습', '작업', 'textures'])[${draw(12, '6')}]] ELSE '{}' END,
    ${draw(13, '25')} = 1,
    to_timestamp(($4::bigint + i * $5::float8) / 1000)
  FROM (SELECT i, ${draw(14, 'cardinality($6::uuid[])')} AS picture FROM generate_series($1::bigint, $2::bigint) AS i) AS numbers`;
