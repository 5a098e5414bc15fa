import { openComfyServer, openInvokeServer } from '@modu/engine-image/testing';
import { createSketchEngine } from '@modu/engine-image';
import { afterEach, expect, it } from 'vitest';
import { openEngineRoom } from './engine-room.ts';
import { generationTasksSettings } from './settings.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function settingsOf(environment: Record<string, string>) {
  return generationTasksSettings.parse({ JOBS_DATABASE_URL: 'postgresql://nobody@localhost/none', ...environment });
}

function openRoom(environment: Record<string, string>) {
  const room = openEngineRoom(createSketchEngine(), settingsOf(environment));
  closers.push(() => room.close());
  return room;
}

it('without a setting there is the built-in engine alone', () => {
  const states = openRoom({}).states();

  expect(new Set(states.map(({ engineName }) => engineName)).size).toBe(1);
  expect(states.every(({ available }) => available)).toBe(true);
});

it('engines named in the settings bring their models, and a picture is made where its model is', async () => {
  const comfy = await openComfyServer();
  const invoke = await openInvokeServer({ token: 'key' });
  closers.push(
    () => comfy.stop().catch(() => undefined),
    () => invoke.stop().catch(() => undefined),
  );
  const room = openRoom({
    GENERATION_ENGINES: `comfyui=${comfy.url}, invokeai=${invoke.url}`,
    GENERATION_INVOKEAI_TOKEN: 'key',
  });
  await room.refresh();

  const states = room.states();
  const engines = new Set(states.map(({ engineName }) => engineName));
  expect(engines.size).toBe(3);
  const elsewhere = states.find(({ model }) => model.neural);
  const picture = await room.run(
    {
      ...{ task: 'TEXT_TO_IMAGE', modelId: elsewhere!.model.id, prompt: 'a lake', seed: 1 },
      ...{ width: 256, height: 256, steps: 4 },
    },
    { signal: AbortSignal.timeout(10_000), onProgress: () => undefined },
  );
  expect(picture.bytes.length).toBeGreaterThan(100);
});

it('an engine that is gone is said to be unavailable; the others go on', async () => {
  const comfy = await openComfyServer();
  const room = openRoom({ GENERATION_ENGINES: `comfyui=${comfy.url}` });
  await room.refresh();
  await comfy.stop();
  for (let tries = 0; tries < 5; tries++) await room.refresh();

  const available = new Map(room.states().map(({ engineName, available }) => [engineName, available]));
  expect([...available.values()].sort()).toEqual([false, true]);
});

it.each(['comfyui', 'comfyui=ftp://x', 'midjourney=http://x'])('%s is refused as a setting', (text) => {
  expect(() => settingsOf({ GENERATION_ENGINES: text })).toThrow();
});
