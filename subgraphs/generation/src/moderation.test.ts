import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createId } from '@modu/ids';
import { person } from '@modu/jobs/testing';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestEngine, GENERATE_IMAGE, openAtelierStudio } from '../testing/index.ts';
import type { AtelierStudio } from '../testing/index.ts';

/** Answers as OpenAI's moderations do; "broken" breaks it. */
async function openModeration(heard: string[]): Promise<Server> {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { input } = JSON.parse(body) as { input: string };
      heard.push(input);
      response.writeHead(input.includes('broken') ? 500 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ results: [{ flagged: input.includes('forbidden') }] }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

describe('words that are looked at before anything is made', () => {
  const heard: string[] = [];
  let server: Server;
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let studio: AtelierStudio;

  beforeAll(async () => {
    server = await openModeration(heard);
    database = await testDatabase('moderation');
    const moderationUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/moderations`;
    const engine = createTestEngine();
    studio = await openAtelierStudio({ databaseUrl: database.url, engine, worker: false, moderationUrl });
  });

  afterAll(async () => {
    await studio.stop();
    await database.drop();
    server.close();
  });

  it.each([
    ['a cat', undefined],
    ['something forbidden', 'FORBIDDEN'],
    ['{a cat|something forbidden}', 'FORBIDDEN'],
    ['a broken day', 'ENGINE_UNAVAILABLE'],
  ])('%s', async (prompt, code) => {
    const userId = `person-${createId()}`;
    const variables = { input: { prompt, styleId: 'ink' } };
    const asked = { subgraph: 'generation', query: GENERATE_IMAGE, variables, viewer: person(userId) };

    const { data } = await studio.ask(asked);

    const answer = data?.['generateImage'] as { __typename: string; code?: string };
    expect([answer.__typename, answer.code]).toEqual([code ? 'Refusal' : 'Job', code]);
    expect(studio.billing.available(userId)).toBe(code ? 100 : 98);
    expect(heard.at(-1)).toBe(`${prompt}, ink wash painting`);
  });
});
