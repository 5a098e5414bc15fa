import { createComfyEngine, createEngineRouter, createInvokeEngine } from '@modu/engine-image';
import { openComfyServer, openInvokeServer } from '@modu/engine-image/testing';
import { createId } from '@modu/ids';
import { JOB_PROGRESS, person } from '@modu/jobs/testing';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { GENERATE_IMAGE, openAtelierStudio } from '../testing/index.ts';
import type { AtelierStudio } from '../testing/index.ts';

/** Long enough that a busy machine is not taken for an engine that has died. */
const ENGINE_TIMEOUT_MS = 3_000;
const quick = { intervalMs: 40, patienceMs: 4_000 };

const comfy = (name: string) => openComfyServer({ models: [name] });
/** Each a server of its own, so that all can be asked at once. */
async function openServers() {
  return {
    'comfyui:mute': await comfy('mute'),
    'comfyui:boaster': await comfy('boaster'),
    'comfyui:garbler': await comfy('garbler'),
    'comfyui:busy': await comfy('busy'),
    'invokeai:sd-1:dreamshaper-8': await openInvokeServer(),
  };
}
type ModelId = keyof Awaited<ReturnType<typeof openServers>>;

let servers: Awaited<ReturnType<typeof openServers>>;
let database: Awaited<ReturnType<typeof testDatabase>>;
let studio: AtelierStudio;

beforeAll(async () => {
  servers = await openServers();
  const backends = Object.entries(servers).map(([id, { url }]) =>
    id.startsWith('comfyui')
      ? createComfyEngine({ baseUrl: url, ...quick })
      : createInvokeEngine({ baseUrl: url, ...quick }),
  );
  // What is shown here is how a job ends; the breaker has tests of its own.
  const engine = createEngineRouter({ backends, refreshMs: 0, breaker: { failuresMax: 1_000 } });
  await engine.refresh();
  database = await testDatabase('elsewhere');
  studio = await openAtelierStudio({
    ...{ databaseUrl: database.url, engine, slots: 4, engineTimeoutMs: ENGINE_TIMEOUT_MS },
  });
});
afterAll(async () => {
  await studio.stop();
  for (const server of Object.values(servers)) await server.stop();
  await database.drop();
});

interface Shown {
  readonly status: string;
  readonly ahead: number | null;
  readonly etaMs: number | null;
}

async function begin(modelId: ModelId) {
  const userId = `person-${createId()}`;
  const viewer = person(userId);
  const input = { modelId, prompt: 'a lake', width: 256, height: 256, steps: 4 };
  const { data } = await studio.ask({ subgraph: 'generation', query: GENERATE_IMAGE, variables: { input }, viewer });
  const { id } = (data as { generateImage: { id: string } }).generateImage;
  const stream = await studio.watch({ query: JOB_PROGRESS, variables: { id }, viewer });
  const seen: Shown[] = [];
  const ended = (async () => {
    for await (const event of stream) seen.push((event.data as { jobProgress: Shown }).jobProgress);
    return seen.at(-1);
  })();
  return { id, seen, ended, left: () => studio.billing.available(userId) };
}

describe('a picture asked of an engine elsewhere', () => {
  it('that never answers, lies about its progress or sends garbage fails, with everything given back: one that broke is tried again, one whose time was up is not', async () => {
    servers['comfyui:mute'].manners.hangs = true;
    servers['comfyui:boaster'].manners.boasts = true;
    servers['comfyui:garbler'].manners.garbage = true;
    servers['invokeai:sd-1:dreamshaper-8'].manners.boasts = true;
    const expected: [ModelId, string][] = [
      ['comfyui:mute', 'ENGINE_TIMEOUT'],
      ['comfyui:boaster', 'ENGINE_TIMEOUT'],
      ['comfyui:garbler', 'ENGINE_FAILED'],
      ['invokeai:sd-1:dreamshaper-8', 'ENGINE_TIMEOUT'],
    ];
    const wishes = await Promise.all(expected.map(async ([id, code]) => ({ ...(await begin(id)), code, modelId: id })));

    for (const { id, ended, left, code, modelId } of wishes) {
      const isLate = code === 'ENGINE_TIMEOUT';
      expect(await ended).toMatchObject({
        ...{ status: 'FAILED', attempt: isLate ? 1 : 3, error: { code, retryable: !isLate } },
      });
      await vi.waitFor(() => expect([left(), studio.billing.chargesOf(id)]).toEqual([100, 0]));
      expect(studio.gallery.imagesOf(id)).toEqual([]);
      // Nothing of ours is left running there.
      await vi.waitFor(() => expect(servers[modelId].busy()).toBe(0));
    }
    servers['invokeai:sd-1:dreamshaper-8'].manners.boasts = false;
  });

  it.each(['comfyui:busy', 'invokeai:sd-1:dreamshaper-8'] as const)(
    'that waits behind others at %s is told how many',
    async (modelId) => {
      const server = servers[modelId];
      Object.assign(server.manners, { othersWaiting: 12, othersStay: true });
      const { seen, ended } = await begin(modelId);
      await vi.waitFor(() => expect(seen.at(-1)).toMatchObject({ status: 'RUNNING', ahead: 12, etaMs: null }));
      server.letOthersPass(12);
      server.manners.othersStay = false;

      expect(await ended).toMatchObject({ status: 'COMPLETED', ahead: null });
    },
  );
});
