import { describe, expect, it } from 'vitest';
import type { EngineModel, ImageEngine, ImageRequest, ImageResult } from '../contract.ts';
import { EngineError } from '../engine-error.ts';
import type { EngineErrorCode } from '../engine-error.ts';
import { neuralModel } from '../remote/neural-model.ts';
import { createBreaker } from './breaker.ts';
import { createEngineRouter } from './router.ts';

const model = (id: string): EngineModel =>
  neuralModel({ id, name: id, description: 'A model of a test.', tasks: ['TEXT_TO_IMAGE'], side: 512, steps: 4 });
const request: ImageRequest = {
  ...{ modelId: 'm', prompt: 'x', width: 256, height: 256, seed: 1, steps: 1, task: 'TEXT_TO_IMAGE' },
};
const picture: ImageResult = {
  ...{ bytes: new Uint8Array(1), contentType: 'image/png', width: 256, height: 256, metadata: {} },
};

/** A backend whose state a test turns. */
function backend(name: string, models = ['m']) {
  const state = { fails: undefined as EngineErrorCode | undefined, load: 0, runs: 0 };
  const answer = <T>(value: T): Promise<T> =>
    state.fails ? Promise.reject(new EngineError(state.fails, `${name} fails`)) : Promise.resolve(value);
  const engine: ImageEngine = {
    ...{ id: name, name, models: () => [], close: () => Promise.resolve() },
    discover: () => answer(models.map(model)),
    load: () => answer(state.load),
    run: () => {
      state.runs += 1;
      return answer(picture);
    },
  };
  return { engine, state };
}

async function open(...backends: ReturnType<typeof backend>[]) {
  const clock = { ms: 0 };
  const router = createEngineRouter({
    backends: backends.map(({ engine }) => engine),
    refreshMs: 0,
    breaker: { failuresMax: 2, openMs: 1_000, now: () => clock.ms },
  });
  await router.refresh();
  return { router, clock };
}

describe('several backends', () => {
  it('share the work by how busy each is', async () => {
    const [busy, idle] = [backend('busy'), backend('idle')];
    busy.state.load = 50;
    const { router } = await open(busy, idle);

    await Promise.all(Array.from({ length: 6 }, () => router.run(request)));

    expect([busy.state.runs, idle.state.runs]).toEqual([0, 6]);
  });

  it('are one list of models, each only asked for what it has', async () => {
    const [one, two] = [backend('one', ['m']), backend('two', ['m', 'n'])];
    const { router } = await open(one, two);

    expect(router.states().map((state) => [state.model.id, state.available])).toEqual([
      ['m', true],
      ['n', true],
    ]);
    await router.run({ ...request, modelId: 'n' });
    expect([one.state.runs, two.state.runs]).toEqual([0, 1]);
  });

  it('stand in for one that is away or full, but not for a request that is wrong', async () => {
    const [away, there] = [backend('away'), backend('there')];
    const { router } = await open(away, there);
    there.state.load = 0;
    for (const code of ['UNREACHABLE', 'BUSY'] as const) {
      away.state.fails = code;
      expect(await router.run(request)).toBe(picture);
    }
    away.state.fails = 'INVALID_REQUEST';
    there.state.fails = 'INVALID_REQUEST';
    await expect(router.run(request)).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    expect(away.state.runs + there.state.runs).toBe(5);
  });
});

describe('a backend that fails again and again', () => {
  it('is left alone, its models are not available, and it is back as soon as it answers', async () => {
    const only = backend('only');
    const { router, clock } = await open(only);
    only.state.fails = 'UNREACHABLE';
    for (let i = 0; i < 2; i++) await expect(router.run(request)).rejects.toMatchObject({ code: 'UNREACHABLE' });

    expect(router.states()).toMatchObject([{ available: false }]);
    await expect(router.run(request)).rejects.toMatchObject({ code: 'UNREACHABLE', retryable: true });
    await router.refresh();
    expect(only.state.runs).toBe(2);

    only.state.fails = undefined;
    clock.ms = 1_001;
    await router.refresh();
    expect(router.states()).toMatchObject([{ available: true }]);
    expect(await router.run(request)).toBe(picture);
  });

  it('is tried by one call at a time, and waits longer each time', () => {
    const clock = { ms: 0 };
    const breaker = createBreaker({ failuresMax: 1, openMs: 1_000, now: () => clock.ms });
    breaker.failed();
    clock.ms = 1_000;
    expect([breaker.allows(), breaker.allows()]).toEqual([true, false]);
    breaker.failed();
    clock.ms = 2_500;
    expect(breaker.allows()).toBe(false);
    clock.ms = 3_001;
    expect(breaker.allows()).toBe(true);
    breaker.succeeded();
    expect([breaker.closed, breaker.allows()]).toEqual([true, true]);
  });
});
