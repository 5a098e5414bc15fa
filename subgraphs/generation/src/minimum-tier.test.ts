import { openComfyServer } from '@modu/engine-image/testing';
import { createId } from '@modu/ids';
import { person } from '@modu/jobs/testing';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestEngine, GENERATE_IMAGE, MODELS, openAtelierStudio } from '../testing/index.ts';
import type { AtelierStudio } from '../testing/index.ts';

const CANCEL = 'mutation ($id: ID!) { cancelJob(id: $id) { __typename } }';
const RETRY = 'mutation ($id: ID!) { retryJob(id: $id) { __typename ... on Refusal { code } } }';
const MODEL = 'comfyui:dear';

let database: Awaited<ReturnType<typeof testDatabase>>;
let server: Awaited<ReturnType<typeof openComfyServer>>;
let studio: AtelierStudio;

beforeAll(async () => {
  database = await testDatabase('minimum_tier');
  server = await openComfyServer({ models: ['dear'] });
  const settings = { GENERATION_ENGINES: `comfyui=${server.url}`, GENERATION_ENGINES_MINIMUM_TIER: 'STARTER' };
  studio = await openAtelierStudio({ databaseUrl: database.url, engine: createTestEngine(), worker: false, settings });
  await vi.waitFor(async () => {
    const { data } = await studio.ask({ subgraph: 'generation', query: MODELS, viewer: person('anybody') });
    expect(data).toMatchObject({ models: expect.arrayContaining([expect.objectContaining({ id: MODEL })]) as unknown });
  });
});

afterAll(async () => {
  await studio.stop();
  await server.stop();
  await database.drop();
});

it('a model that is kept for paid plans is neither had nor had once more by who pays no longer', async () => {
  const userId = `person-${createId()}`;
  const tell = async (subgraph: string, query: string, variables: Record<string, unknown>) => {
    const { data, errors } = await studio.ask({ subgraph, query, variables, viewer: person(userId) });
    if (errors) throw new Error(JSON.stringify(errors));
    return Object.values(data ?? {})[0] as Record<string, unknown>;
  };
  const order = () =>
    tell('generation', GENERATE_IMAGE, { input: { modelId: MODEL, prompt: 'a lake', width: 256, height: 256 } });

  expect(await order()).toMatchObject({ code: 'TIER_LIMIT' });
  studio.billing.setTerms(userId, { tier: 'STARTER', runningJobsMax: 2 });
  const { id } = await order();
  await tell('jobs', CANCEL, { id });
  studio.billing.setTerms(userId, { tier: 'FREE', runningJobsMax: 2 });
  expect(await tell('jobs', RETRY, { id })).toMatchObject({ code: 'TIER_LIMIT' });
  expect(studio.billing.available(userId)).toBe(100);

  studio.billing.setTerms(userId, { tier: 'PRO', runningJobsMax: 2 });
  expect(await tell('jobs', RETRY, { id })).toMatchObject({ __typename: 'Job' });
});
