import { randomUUID } from 'node:crypto';
import { acquireStack } from '@modu/embedded';
import { createLogger } from '@modu/logger';
import { connectMongo } from '@modu/mongo';
import pg from 'pg';

interface Filling {
  readonly ownerId: string;
  readonly count: number;
  readonly dataDir: string;
}

type Statement = readonly [sql: string, values: unknown[]];

/** What a person's lists show, so many of each, straight into the databases of a house. */
export async function fillLists({ ownerId, count, dataDir }: Filling): Promise<void> {
  const want = { postgres: true, mongo: true, s3: true };
  const stack = await acquireStack({
    dataDir,
    want,
    corsOrigins: [],
    logger: createLogger({ level: 'silent' }),
  });
  const jobIds = Array.from({ length: count }, () => randomUUID());
  await insert(stack.postgresUrl('jobs'), [
    [
      `INSERT INTO job (id, kind, owner_id, status, quoted_credits, estimated_ms, priority, payload)
       SELECT id, 'image.text-to-image', $2, 'CANCELED', 1, 1000, 1, '{}' FROM unnest($1::uuid[]) AS id`,
      [jobIds, ownerId],
    ],
  ]);
  await insert(stack.postgresUrl('gallery'), [
    [
      `INSERT INTO images (id, owner_id, asset_id, thumbnail_asset_id, thumbhash, width, height, prompt, seed, model_id, settings, task, title, tags, job_id)
       SELECT gen_random_uuid(), $2, gen_random_uuid(), gen_random_uuid(), 'aGFzaA==', 64, 64, 'a picture', 1, 'sketch', '{}', 'TEXT_TO_IMAGE', 'a picture', '{}', id
       FROM unnest($1::uuid[]) AS id`,
      [jobIds, ownerId],
    ],
    [
      "INSERT INTO boards (id, owner_id, name, place) SELECT id, $2, 'board ' || id, 1 FROM unnest($1::uuid[]) AS id",
      [jobIds, ownerId],
    ],
    [
      `INSERT INTO board_images (board_id, image_id, added_at)
       SELECT boards.id, images.id, now() FROM boards JOIN images ON images.job_id = boards.id WHERE boards.owner_id = $1`,
      [ownerId],
    ],
  ]);
  await insert(stack.postgresUrl('documents'), [
    [
      `INSERT INTO document (id, owner_id, asset_id, job_id, state, title, language, format, part_count)
       SELECT id, $2, id::text, id, 'READY', 'a letter', 'en', 'PDF', 1 FROM unnest($1::uuid[]) AS id`,
      [jobIds, ownerId],
    ],
    [
      `INSERT INTO correction (document_id, version, number, act, before, after)
       SELECT id, 1, 1, 'MOVE', $2, $2 FROM unnest($1::uuid[]) AS id`,
      [jobIds, JSON.stringify(UNCHANGED)],
    ],
    ...ofDocuments(jobIds, ownerId),
  ]);
  await insertFiles(stack.mongoUrl('assets'), { ownerId, ids: jobIds });
  await stack.stop();
}

/** Two headings, a page of braille, a chapter and a transcript for each document. */
function ofDocuments(ids: readonly string[], ownerId: string): readonly Statement[] {
  const heading = JSON.stringify({ kind: 'HEADING', level: 1, text: 'x', spans: [], page: 1 });
  return [
    [
      `INSERT INTO block (document_id, number, position, part, kind, content)
       SELECT id, number, number, 1, 'HEADING', $2 FROM unnest($1::uuid[]) AS id, generate_series(1, 2) AS number`,
      [ids, heading],
    ],
    [
      `INSERT INTO rendition (id, document_id, owner_id, job_id, state, code, setup)
       SELECT id, id, $2, id, 'BRAILLING', 'ko-2024', $3 FROM unnest($1::uuid[]) AS id`,
      [ids, ownerId, JSON.stringify(SETUP)],
    ],
    [
      `INSERT INTO braille_page (rendition_id, number, volume, lines, blocks, cells)
       SELECT id, 1, 1, '[]', '{1,2}', '' FROM unnest($1::uuid[]) AS id`,
      [ids],
    ],
    [
      `INSERT INTO speech_clip (id, owner_id, job_id, document_id, state, title, language, voice, rate, pitch, format)
       SELECT id, $2, id, id, 'SPEAKING', 'a letter', 'en', 'v', 1, 1, 'MP3' FROM unnest($1::uuid[]) AS id`,
      [ids, ownerId],
    ],
    [
      `INSERT INTO speech_chapter (clip_id, number, title, text, asset_id, duration_ms, words)
       SELECT id, 1, 'one', 'one', id::text, 10, '[[0, 3, 0, 10]]' FROM unnest($1::uuid[]) AS id`,
      [ids],
    ],
    [
      `INSERT INTO transcript (id, owner_id, asset_id, job_id, state, title, transcriber)
       SELECT id, $2, id::text, id, 'HEARING', 'a talk', 'x' FROM unnest($1::uuid[]) AS id`,
      [ids, ownerId],
    ],
    [
      `INSERT INTO transcript_segment (transcript_id, position, start_ms, end_ms, text, words)
       SELECT id, 1, 0, 10, 'one', '[]' FROM unnest($1::uuid[]) AS id`,
      [ids],
    ],
  ];
}

const SETUP = {
  cellsPerLine: 32,
  linesPerPage: 26,
  pageNumbers: 'TOP',
  printPageNumbers: false,
  runningHead: '',
  pagesPerVolume: 0,
  interpoint: false,
  contents: false,
  lineBreaks: 'SYLLABLE',
};
const UNCHANGED = { block: { kind: 'PARAGRAPH', text: 'x', spans: [], page: 1 }, isLeftOut: false, position: 1 };

async function insertFiles(url: string, { ownerId, ids }: { ownerId: string; ids: readonly string[] }): Promise<void> {
  const { db, close } = await connectMongo({ url, appName: 'tracing-test' });
  const [createdAt, expiresAt] = [new Date(), new Date(Date.now() + 3_600_000)];
  const file = { ownerId, filename: 'a.png', contentType: 'image/png', sizeBytes: 10, sha256: 'a'.repeat(64) };
  const state = { purpose: 'FILE', status: 'READY', reservation: 'COUNTED', createdAt, expiresAt };
  await db
    .collection<{ _id: string }>('assets')
    .insertMany(ids.map((id) => ({ _id: id, ...file, ...state, objectKey: `files/${id}` })));
  await close();
}

async function insert(url: string, statements: readonly Statement[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const [text, values] of statements) await client.query(text, values);
  } finally {
    await client.end();
  }
}
