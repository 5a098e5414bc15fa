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

const JOINING = 'sketch-joining';

/** Answers as OpenAI's moderations do, a result for each text; "broken" breaks it, "short" makes it leave one out. */
async function openModeration(heard: string[][]): Promise<Server> {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { input } = JSON.parse(body) as { input: string[] };
      heard.push(input);
      const says = (word: string) => input.some((words) => words.includes(word));
      const results = input.map((words) => ({ flagged: words.includes('forbidden') }));
      response.writeHead(says('broken') ? 500 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ results: says('short') ? results.slice(1) : results }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

describe('words that are looked at before anything is made', () => {
  const heard: string[][] = [];
  let server: Server;
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let studio: AtelierStudio;

  beforeAll(async () => {
    server = await openModeration(heard);
    database = await testDatabase('moderation');
    const settings = {
      GENERATION_MODERATION_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/moderations`,
    };
    const plain = createTestEngine();
    const models = () =>
      plain.models().flatMap((model) => [model, { ...model, id: JOINING, joinsNegativePrompt: true }]);
    const engine = { ...plain, models };
    studio = await openAtelierStudio({ databaseUrl: database.url, engine, worker: false, settings });
  });

  afterAll(async () => {
    await studio.stop();
    await database.drop();
    server.close();
  });

  async function order(input: Record<string, unknown>) {
    const userId = `person-${createId()}`;
    const asked = { subgraph: 'generation', query: GENERATE_IMAGE, variables: { input }, viewer: person(userId) };
    const { data } = await studio.ask(asked);
    const { __typename, code } = data?.['generateImage'] as { __typename: string; code?: string };
    return { answer: code ?? __typename, left: studio.billing.available(userId) };
  }

  it.each([
    ['a cat', 'Job'],
    ['something forbidden', 'FORBIDDEN'],
    ['a broken day', 'ENGINE_UNAVAILABLE'],
    ['a short {day|night}', 'ENGINE_UNAVAILABLE'],
  ])('%s', async (prompt, expected) => {
    const { answer, left } = await order({ prompt, styleId: 'ink' });

    expect(answer).toBe(expected);
    expect(left).toBe(expected === 'Job' ? 98 : 100);
    expect(heard.at(-1)?.[0]).toBe(`${prompt}, ink wash painting`);
  });

  it('are looked at as each picture reads them, by one question', async () => {
    const asked = heard.length;

    await order({ prompt: 'a {red|blue} cat', seed: 4_294_967_294, count: 3, styleId: 'ink' });

    expect(heard.slice(asked)).toEqual([
      ['a {red|blue} cat', 'a red cat', 'a blue cat'].map((words) => `${words}, ink wash painting`),
    ]);
  });

  it.each([
    ['something for{b|b}idden', {}],
    ['something {for|a}{bidden|way}', { seed: 0 }],
    ['{a|the} {quiet|forbid{den|ding}} place', { seed: 0, count: 8 }],
    ['{a cat|something forbidden}', { seed: 0 }],
  ])('are found however they are put together: %s', async (prompt, more) => {
    expect(await order({ prompt, ...more })).toEqual({ answer: 'FORBIDDEN', left: 100 });
  });

  it('are looked at with what is to be left out, where a model reads both as one', async () => {
    const wish = { prompt: 'a cat', negativePrompt: 'nothing forbidden' };

    expect(await order({ ...wish, modelId: JOINING })).toEqual({ answer: 'FORBIDDEN', left: 100 });
    expect(heard.at(-1)).toEqual(['a cat Without: nothing forbidden.']);
    expect(await order(wish)).toMatchObject({ answer: 'Job' });
  });
});
