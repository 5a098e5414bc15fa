import { describe, expect, it, vi } from 'vitest';
import { createEnginesElsewhere } from '../../testing/engines-elsewhere.ts';
import {
  describeImageEngine,
  openComfyServer,
  openInvokeServer,
  openOpenaiServer,
  testPicture,
} from '../../testing/index.ts';
import { createComfyEngine } from '../comfyui/engine.ts';
import type { ImageEngine, ImageProgress, ImageRequest } from '../contract.ts';
import { createInvokeEngine } from '../invokeai/engine.ts';
import { createOpenaiEngine } from '../openai/engine.ts';

const { openInvoke, kinds, closers, quick } = createEnginesElsewhere();

/** The contract's subjects live as long as their suite; only the engine is closed by it. */
async function subject(engine: ImageEngine, rest: object = {}) {
  await engine.discover?.(AbortSignal.timeout(5_000));
  return { engine, everyStep: false, request: { seed: 7 }, ...rest };
}

describeImageEngine('ComfyUI', async () => {
  const server = await openComfyServer();
  server.manners.stepMs = 8;
  return subject(createComfyEngine({ baseUrl: server.url, ...quick }));
});
describeImageEngine('InvokeAI', async () => {
  const server = await openInvokeServer({ token: 'key' });
  server.manners.stepMs = 8;
  return subject(createInvokeEngine({ baseUrl: server.url, token: 'key', ...quick }));
});
describeImageEngine('An images API', async () => {
  const server = await openOpenaiServer({ delayMs: 400 });
  return subject(createOpenaiEngine({ baseUrl: server.url, key: 'secret' }), { deterministic: false });
});

const ask = (changes: Partial<ImageRequest> = {}): ImageRequest => ({
  ...{ prompt: 'a lake', width: 256, height: 256, seed: 1, steps: 8, task: 'TEXT_TO_IMAGE' },
  ...changes,
});

async function watched(engine: ImageEngine, request = ask()) {
  const seen: ImageProgress[] = [];
  const result = await engine.run(request, { onProgress: (progress) => seen.push(progress) });
  return { seen, result };
}

describe.each(kinds)('%s', (_, open) => {
  it('is heard right though it says everything twice, late, and about others', async () => {
    const { server, engine } = await open();
    Object.assign(server.manners, { noisyEvents: true, stepMs: 10 });

    const { seen } = await watched(engine);

    const steps = seen.map(({ step }) => step);
    expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
    expect(seen.at(-1)).toMatchObject({ step: 8, progress: 1, etaMs: 0 });
  });

  it('makes its pictures also when it tells nothing, or no figure', async () => {
    const { server, engine } = await open();
    Object.assign(server.manners, { silent: true });
    expect((await watched(engine)).result).toMatchObject({ width: 256 });

    Object.assign(server.manners, { silent: false, nullPercentages: true });
    expect((await watched(engine)).seen.at(-1)).toMatchObject({ progress: 1 });
  });

  it('is waited for behind a long queue of others', async () => {
    const { server, engine } = await open();
    Object.assign(server.manners, { othersWaiting: 40 });

    expect((await watched(engine)).result.bytes.length).toBeGreaterThan(100);
  });

  it('that restarts in the middle of a picture fails the run, so that it is tried again, and works afterwards', async () => {
    const { server, engine } = await open();
    Object.assign(server.manners, { hangs: true });
    const run = engine.run(ask()).catch((error: unknown) => error);
    await vi.waitFor(() => expect(server.busy()).toBe(1), { timeout: 10_000 });
    Object.assign(server.manners, { hangs: false });
    await server.restart();

    expect(await run).toMatchObject({ name: 'EngineError', code: 'FAILED', retryable: true });
    expect((await watched(engine)).result).toMatchObject({ width: 256 });
  });

  it('that goes away and stays away is given up when patience ends', async () => {
    const { server, engine } = await open();
    Object.assign(server.manners, { hangs: true });
    const run = engine.run(ask()).catch((error: unknown) => error);
    await vi.waitFor(() => expect(server.busy()).toBe(1), { timeout: 10_000 });
    await server.stop();

    expect(await run).toMatchObject({ name: 'EngineError', code: 'UNREACHABLE', retryable: true });
  });

  it('that sends garbage fails the run', async () => {
    const { server, engine } = await open();
    Object.assign(server.manners, { garbage: true });

    await expect(engine.run(ask())).rejects.toMatchObject({ code: 'FAILED', retryable: true });
  });

  it('says how busy it is', async () => {
    const { engine } = await open();
    expect(await engine.load?.(AbortSignal.timeout(5_000))).toBe(0);
  });
});

describe('InvokeAI', () => {
  it('offers the families whose graphs are known, and takes a picture for each task of each', async () => {
    const { engine } = await openInvoke();
    const models = (await engine.discover?.(AbortSignal.timeout(5_000))) ?? [];

    expect(models.map(({ id }) => id)).toEqual([
      'invokeai:sd-1:dreamshaper-8',
      'invokeai:sdxl:juggernaut-xl-v9',
      'invokeai:flux:flux-schnell',
    ]);
    for (const { id } of models)
      expect((await engine.run(ask({ modelId: id, steps: 2 }))).metadata).toMatchObject({ model: id, neural: true });
  });

  it('enlarges to the size asked for, not as far as its upscaler goes', async () => {
    const { engine } = await openInvoke();
    const side = 1_100;
    const source = await testPicture({ width: side, height: side });

    const result = await engine.run(ask({ task: 'UPSCALE', source, factor: 2, width: 2 * side, height: 2 * side }));

    expect(result).toMatchObject({ width: 2 * side, height: 2 * side });
  });

  it('with a full queue is busy, not broken', async () => {
    const { engine } = await openInvoke({ queueMax: 0 });
    await expect(engine.run(ask())).rejects.toMatchObject({ code: 'BUSY', isAway: true });
  });

  it('is told to stop a picture that is not wanted any more', async () => {
    const { server, engine } = await openInvoke();
    Object.assign(server.manners, { hangs: true });
    const abort = new AbortController();
    const run = engine.run(ask(), { signal: abort.signal }).catch((error: unknown) => error);
    await vi.waitFor(() => expect(server.statuses()).toEqual(['in_progress']));
    abort.abort();

    expect(await run).toMatchObject({ name: 'AbortError' });
    await vi.waitFor(() => expect(server.statuses()).toEqual(['canceled']));
  });
});

describe('an images API', () => {
  async function open(timeoutMs = 20_000) {
    const server = await openOpenaiServer();
    const engine = createOpenaiEngine({ baseUrl: server.url, key: 'secret', timeoutMs });
    closers.push(
      () => engine.close(),
      () => server.stop(),
    );
    return { server, engine };
  }

  it('offers what makes pictures, and is spoken to as each model wants it', async () => {
    const { server, engine } = await open();
    const models = (await engine.discover?.(AbortSignal.timeout(5_000))) ?? [];
    expect(models.map(({ id }) => id)).toEqual(['openai:gpt-image-1', 'openai:flux-dev']);
    expect(models).toMatchObject([{ ignoresSteps: true }, { ignoresSteps: true }]);

    await engine.run(ask({ modelId: 'openai:gpt-image-1', width: 768, height: 512 }));
    await engine.run(ask({ modelId: 'openai:flux-dev', negativePrompt: 'people' }));

    expect(server.heard).toMatchObject([
      { model: 'gpt-image-1', size: '1536x1024', path: '/v1/images/generations' },
      { model: 'flux-dev', size: '256x256', response_format: 'b64_json', prompt: 'a lake Without: people.' },
    ]);
  });

  it.each([
    ['chatgpt-image-latest', '1536x1024'],
    ['gpt-image-2', '1536x1024'],
    ['openai/gpt-image-1', '1536x1024'],
    ['dall-e-3', '1792x1024'],
    ['dall-e-2', '1024x1024'],
  ])('asks %s for a size that it makes', async (name, size) => {
    const { server, engine } = await open();
    server.state.models = [name];

    const result = await engine.run(ask({ width: 800, height: 480 }));

    expect(result).toMatchObject({ width: 800, height: 480 });
    expect(server.heard).toMatchObject([{ model: name, size }]);
  });

  it('does not offer of a model what the service does not do with it', async () => {
    const { server, engine } = await open();
    server.state.models = ['dall-e-3', 'chatgpt-image-latest'];

    const models = (await engine.discover?.(AbortSignal.timeout(5_000))) ?? [];

    expect(models.map(({ name, tasks }) => [name, tasks])).toEqual([
      ['dall-e-3', ['TEXT_TO_IMAGE']],
      ['chatgpt-image-latest', ['TEXT_TO_IMAGE', 'IMAGE_TO_IMAGE', 'INPAINT']],
    ]);
  });

  it.each([
    [429, 'BUSY', true],
    [503, 'UNREACHABLE', false],
    [500, 'FAILED', false],
    [400, 'INVALID_REQUEST', false],
  ])('that answers %i ends the run with %s; it has taken nothing of the order: %s', async (status, code, isAway) => {
    const { server, engine } = await open();
    server.state.status = status;
    await expect(engine.run(ask())).rejects.toMatchObject({ code, isAway });
  });

  it('that never answers is given up', async () => {
    const { server, engine } = await open(400);
    await engine.discover?.(AbortSignal.timeout(5_000));
    server.manners.hangs = true;
    await expect(engine.run(ask())).rejects.toMatchObject({ code: 'UNREACHABLE', retryable: true });
    server.manners.hangs = false;
  });

  it('that does not know our key has no models', async () => {
    const { server } = await open();
    const engine = createOpenaiEngine({ baseUrl: server.url, key: 'wrong' });
    await expect(engine.discover?.(AbortSignal.timeout(5_000))).rejects.toMatchObject({ code: 'UNREACHABLE' });
  });
});
