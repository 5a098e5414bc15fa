import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { testPicture } from '@modu/engine-image/testing';
import { createId } from '@modu/ids';
import { person } from '@modu/jobs/testing';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestEngine, GENERATE_IMAGE, openAtelierStudio, TRANSFORM_IMAGE } from '../testing/index.ts';
import type { AtelierStudio } from '../testing/index.ts';

describe('a wish that is sent again because no answer came', () => {
  const moderation = { isAway: false };
  const server = createServer((_, response) => {
    response.writeHead(moderation.isAway ? 503 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ results: [{ flagged: false }] }));
  });
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let studio: AtelierStudio;

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const settings = {
      GENERATION_MODERATION_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/moderations`,
    };
    database = await testDatabase('repeated_wish');
    const engine = createTestEngine();
    studio = await openAtelierStudio({ databaseUrl: database.url, engine, worker: false, settings });
  });

  afterAll(async () => {
    await studio.stop();
    await database.drop();
    server.close();
  });

  const ask = async (query: string, input: Record<string, unknown>, userId: string) => {
    const { data } = await studio.ask({ subgraph: 'generation', query, variables: { input }, viewer: person(userId) });
    return Object.values(data ?? {})[0] as { __typename: string; id?: string; code?: string };
  };

  it('finds its job though the picture it starts from has gone since, and pays once', async () => {
    const userId = `person-${createId()}`;
    const bytes = await testPicture({ width: 320, height: 256 });
    const assetId = studio.assets.keep(userId, { bytes, contentType: 'image/png' });
    const wish = { assetId, prompt: 'at night', steps: 2, idempotencyKey: 'again' };
    const first = await ask(TRANSFORM_IMAGE, wish, userId);
    const left = studio.billing.available(userId);
    await studio.clients.assets.deleteAsset(userId, assetId);

    expect(await ask(TRANSFORM_IMAGE, wish, userId)).toMatchObject({ __typename: 'Job', id: first.id });
    expect(studio.billing.available(userId)).toBe(left);
    expect(await ask(TRANSFORM_IMAGE, { ...wish, idempotencyKey: 'new' }, userId)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('finds its job though nobody can look at its words now, and pays once', async () => {
    const userId = `person-${createId()}`;
    const wish = { prompt: 'a cat', idempotencyKey: 'again' };
    const first = await ask(GENERATE_IMAGE, wish, userId);
    moderation.isAway = true;

    expect(await ask(GENERATE_IMAGE, wish, userId)).toMatchObject({ __typename: 'Job', id: first.id });
    expect(studio.billing.available(userId)).toBe(98);
    moderation.isAway = false;
  });

  it('is a conflict under the key of another, and the first keeps its credits', async () => {
    const userId = `person-${createId()}`;
    await ask(GENERATE_IMAGE, { prompt: 'a cat', idempotencyKey: 'k' }, userId);

    const other = await ask(GENERATE_IMAGE, { prompt: 'a dog', idempotencyKey: 'k' }, userId);

    expect(other).toMatchObject({ code: 'CONFLICT' });
    expect(studio.billing.available(userId)).toBe(98);
  });
});
