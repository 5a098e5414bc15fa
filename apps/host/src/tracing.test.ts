import { randomUUID } from 'node:crypto';
import { acquireStack } from '@modu/embedded';
import { createLogger } from '@modu/logger';
import { connectMongo } from '@modu/mongo';
import type { CollectedSpan } from '@modu/tracing/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTracedHouse } from '../testing/traced-house.ts';
import type { TracedHouse } from '../testing/traced-house.ts';

const MAKE = `mutation Make($input: TextToImageInput!) {
  generateImage(input: $input) { __typename ... on Job { id } ... on Refusal { code message } }
}`;

let house: TracedHouse;

beforeAll(async () => {
  house = await startTracedHouse();
}, 120_000);

afterAll(() => house.stop(), 60_000);

const PAGE = 'pageInfo { hasNextPage endCursor }';
/** Every list that a person has, with what belongs to its elements. */
const LISTS: Readonly<Record<string, string>> = {
  images: `{ images(first: 50) { edges { node { id prompt starred tags boards { id name } job { id status } } } ${PAGE} } }`,
  boards: '{ boards { id name imageCount cover { id prompt } } }',
  jobs: `{ jobs(first: 50) { edges { node { id status position etaMs owner { id tier } parent { id } } } ${PAGE} } }`,
  credits: `{ me { creditHistory(first: 50) { edges { node { id kind amount } } ${PAGE} } } }`,
  documents: `{ documents(first: 50) { edges { node { id title job { id } asset { id } renditions { id pageCount job { id } } clips { id } lastCorrection { act } } } ${PAGE} } }`,
  files: `{ assets(first: 50) { totalCount edges { node { id filename contentType sizeBytes preview { state url width } } } ${PAGE} } }`,
  sessions: '{ me { sessions { id } apiKeys { id } } }',
};

describe('the databases, when a list is asked for', () => {
  it('are asked as often for many elements as for few', async () => {
    const [few, many] = [await house.person(), await house.person()];
    await fill(few.id, 2);
    await fill(many.id, 40);
    const traces: { readonly list: string; readonly few: string; readonly many: string }[] = [];
    for (const [list, query] of Object.entries(LISTS)) {
      // Once before, so that caches and limits know both alike.
      for (const { token } of [few, many]) await house.ask(token, { query });
      const answers = [await house.ask(few.token, { query }), await house.ask(many.token, { query })] as const;
      expect([list, answers[0].errors, answers[1].errors]).toEqual([list, undefined, undefined]);
      traces.push({ list, few: answers[0].traceId, many: answers[1].traceId });
    }
    const statements = (id: string) =>
      house.spans.filter(({ traceId, name }) => traceId === id && /^(sql|mongo) /.test(name)).length;
    await expect.poll(() => traces.every(({ many: id }) => statements(id) > 0), { timeout: 20_000 }).toBe(true);
    const counted = traces.map(({ list, few: small, many: large }) => ({
      list,
      few: statements(small),
      many: statements(large),
    }));

    expect(counted).toEqual(counted.map((one) => ({ ...one, many: one.few })));
  });
});

describe('a picture', () => {
  it('is one trace, from the request through gateway, subgraphs and statements to the task that makes it', async () => {
    const { token } = await house.person();
    const input = { prompt: 'a lighthouse', width: 256, height: 256, idempotencyKey: 'traced' };
    const made = await house.ask(token, { query: MAKE, variables: { input } });
    const { id } = (made.data as { generateImage: { id: string } }).generateImage;
    const status = async () => {
      const query = 'query ($id: ID!) { job(id: $id) { status } }';
      const { data } = await house.ask(token, { query, variables: { id } });
      return (data as { job: { status: string } }).job.status;
    };
    await expect.poll(status, { timeout: 30_000, interval: 200 }).toBe('COMPLETED');
    await house.stop();

    const trace = house.spans.filter(({ traceId }) => traceId === made.traceId);
    const byId = new Map(trace.map((span) => [span.spanId, span]));
    const lineage = (span: CollectedSpan | undefined): string[] =>
      span ? [...lineage(byId.get(span.parentSpanId ?? '')), span.name] : [];
    const lineages = trace.map((span) => lineage(span).join(' > '));

    const asked =
      'POST gateway > graphql own > fetch generation > subgraph generation > resolve Mutation.generateImage';
    expect(lineages).toContainEqual(expect.stringMatching(`^${asked}.* > subgraph jobs > .*sql INSERT$`));
    expect(lineages).toContainEqual(expect.stringMatching(`^${asked}.* > task [^>]+$`));
    expect(lineages).toContainEqual(expect.stringMatching('> task [^>]+ > .*subgraph'));
    expect(trace.every(({ service }) => service === 'modu-under-test')).toBe(true);
    expect(JSON.stringify(trace)).not.toContain('lighthouse');
  }, 120_000);
});

/** Pictures on a board and jobs, straight into the databases of the house. */
async function fill(ownerId: string, count: number): Promise<void> {
  const want = { postgres: true, mongo: true, s3: true };
  const stack = await acquireStack({
    dataDir: house.dataDir,
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
  ]);
  await insertFiles(stack.mongoUrl('assets'), { ownerId, ids: jobIds });
  await stack.stop();
}

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

async function insert(url: string, statements: readonly (readonly [string, unknown[]])[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const [text, values] of statements) await client.query(text, values);
  } finally {
    await client.end();
  }
}
