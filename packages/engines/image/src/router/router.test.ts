import { describe, expect, it, vi } from 'vitest';
import type { EngineModel, ImageEngine, ImageRequest, ImageResult } from '../contract.ts';
import { abortError, EngineError } from '../engine-error.ts';
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
  const state = {
    /** In everything. */
    fails: undefined as EngineErrorCode | undefined,
    /** In its work alone, with these models: what it has and how busy it is, it tells. */
    breaks: undefined as EngineErrorCode | undefined,
    breaksWith: undefined as string | undefined,
    ...{ hangs: false, load: 0, runs: 0 },
  };
  const failing = (code: EngineErrorCode) => Promise.reject(new EngineError(code, `${name} fails`));
  const answer = <T>(value: T): Promise<T> => (state.fails ? failing(state.fails) : Promise.resolve(value));
  const engine: ImageEngine = {
    ...{ id: name, name, models: () => [], close: () => Promise.resolve() },
    discover: () => answer(models.map(model)),
    load: () => answer(state.load),
    run: ({ modelId }, { signal } = {}) => {
      state.runs += 1;
      if (state.hangs)
        return new Promise((_, reject) =>
          signal?.addEventListener('abort', () => reject(abortError(signal.reason)), { once: true }),
        );
      const isBroken = state.breaks && (state.breaksWith ?? modelId) === modelId;
      return isBroken ? failing(state.breaks!) : answer(picture);
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
    await expect(router.run(request)).rejects.toMatchObject({ code: 'UNREACHABLE', retryable: true, isAway: true });
    await router.refresh();
    expect(only.state.runs).toBe(2);

    only.state.fails = undefined;
    clock.ms = 1_001;
    await router.refresh();
    expect(router.states()).toMatchObject([{ available: true }]);
    expect(await router.run(request)).toBe(picture);
  });

  it('is tried again in time, though the clock was set back', () => {
    vi.useFakeTimers({ now: 10_000_000, toFake: ['Date', 'performance', 'setTimeout'] });
    try {
      const breaker = createBreaker({ failuresMax: 1, openMs: 1_000 });
      breaker.failed();
      vi.setSystemTime(0);
      vi.advanceTimersByTime(1_001);
      expect(breaker.allows()).toBe(true);
    } finally {
      vi.useRealTimers();
    }
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

describe('a backend that is there but cannot paint', () => {
  const failing = { code: 'FAILED' };

  it('gets no second try while another that has the model is well, though it always seems idle', async () => {
    const [broken, well] = [backend('broken'), backend('well')];
    broken.state.breaks = 'FAILED';
    well.state.load = 50;
    const { router } = await open(broken, well);
    await expect(router.run(request)).rejects.toMatchObject(failing);

    for (let retry = 0; retry < 3; retry++) expect(await router.run(request)).toBe(picture);

    expect([broken.state.runs, well.state.runs]).toEqual([1, 3]);
  });

  it('is given work again after a while, the first of several that are well', async () => {
    const [broken, well] = [backend('broken'), backend('well')];
    broken.state.breaks = 'FAILED';
    well.state.load = 50;
    const { router, clock } = await open(broken, well);
    await expect(router.run(request)).rejects.toMatchObject(failing);
    broken.state.breaks = undefined;
    clock.ms = 1_001;

    await router.run(request);

    expect([broken.state.runs, well.state.runs]).toEqual([2, 0]);
  });

  it.each(['FAILED', 'TIMED_OUT'] as const)(
    'is left alone after %s again and again, whatever it lists when it is asked what it has',
    async (code) => {
      const only = backend('only');
      only.state.breaks = code;
      const { router, clock } = await open(only);
      for (let run = 0; run < 2; run++) {
        await expect(router.run(request)).rejects.toMatchObject({ code });
        await router.refresh();
      }

      await expect(router.run(request)).rejects.toMatchObject({ code: 'UNREACHABLE', retryable: true, isAway: true });
      expect(only.state.runs).toBe(2);
      expect(router.states()).toMatchObject([{ available: false }]);

      only.state.breaks = undefined;
      clock.ms = 1_001;
      expect(await router.run(request)).toBe(picture);
      expect(router.states()).toMatchObject([{ available: true }]);
    },
  );

  it('is left alone with the model that it fails with, not with its others', async () => {
    const only = backend('only', ['m', 'n']);
    Object.assign(only.state, { breaks: 'FAILED', breaksWith: 'm' });
    const { router } = await open(only);
    for (let run = 0; run < 2; run++) await expect(router.run(request)).rejects.toMatchObject(failing);

    expect(await router.run({ ...request, modelId: 'n' })).toBe(picture);
    expect(router.states().map(({ model: { id }, available }) => [id, available])).toEqual([
      ['m', false],
      ['n', true],
    ]);
  });

  it('is never left alone when it is built in: what it fails over is one person’s request', async () => {
    const elsewhere = backend('built in');
    const { engine: builtIn, state } = { ...elsewhere, engine: { ...elsewhere.engine, models: () => [model('m')] } };
    delete (builtIn as Partial<ImageEngine>).discover;
    const router = createEngineRouter({ backends: [builtIn], refreshMs: 0, breaker: { failuresMax: 2 } });
    state.breaks = 'FAILED';
    for (let run = 0; run < 5; run++) await expect(router.run(request)).rejects.toMatchObject(failing);
    state.breaks = undefined;

    expect(router.states()).toMatchObject([{ available: true }]);
    expect(await router.run(request)).toBe(picture);
  });

  it('is seen by runs whose time was up, and not by those that were canceled', async () => {
    const only = backend('only');
    only.state.hangs = true;
    const { router } = await open(only);
    const runUntil = async (reason: Error) => {
      const stop = new AbortController();
      const run = router.run(request, { signal: stop.signal });
      stop.abort(reason);
      await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    };

    for (let run = 0; run < 5; run++) await runUntil(new Error('Its owner canceled it.'));
    expect(router.states()).toMatchObject([{ available: true }]);
    for (let run = 0; run < 2; run++) await runUntil(new DOMException('Too late.', 'TimeoutError'));
    expect(router.states()).toMatchObject([{ available: false }]);
  });

  it('is tried by one call at a time, also when that call is canceled', async () => {
    const only = backend('only');
    only.state.breaks = 'FAILED';
    const { router, clock } = await open(only);
    for (let run = 0; run < 2; run++) await expect(router.run(request)).rejects.toMatchObject(failing);
    Object.assign(only.state, { breaks: undefined, hangs: true });
    clock.ms = 1_001;
    const stop = new AbortController();
    const trial = router.run(request, { signal: stop.signal });

    await expect(router.run(request)).rejects.toMatchObject({ code: 'UNREACHABLE' });
    stop.abort(new Error('Its owner canceled it.'));
    await expect(trial).rejects.toMatchObject({ name: 'AbortError' });
    only.state.hangs = false;

    expect(await router.run(request)).toBe(picture);
  });
});
