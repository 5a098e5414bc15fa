import { EngineError } from '@modu/engine-image';
import type { ImageEngine } from '@modu/engine-image';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ImageJob } from '../contracts.ts';
import { createTestEngine } from '../../testing/index.ts';
import { paint } from './paint.ts';
import type { ProgressReporter } from './progress-reporter.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a model that is not known yet has the time of those elsewhere', async () => {
  let heard: AbortSignal | undefined;
  const run: ImageEngine['run'] = (_request, { signal } = {}) => {
    heard = signal;
    return new Promise(() => undefined);
  };
  const engine = { ...createTestEngine(), models: () => [], run };
  const job = { modelId: 'comfyui:large', prompt: 'a lake', negativePrompt: null, styleId: null, seed: 1 };
  const rest = { index: 0, sources: {}, estimatedMs: 1, signal: new AbortController().signal };
  const painted = paint({ ...rest, engine, job: job as ImageJob, report: vi.fn() as unknown as ProgressReporter });
  const failure = expect(painted).rejects.toMatchObject({ code: 'ENGINE_TIMEOUT' });

  await vi.advanceTimersByTimeAsync(299_000);
  expect(heard?.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(heard?.aborted).toBe(true);
  await failure;
});

it.each(['UNREACHABLE', 'BUSY'] as const)(
  'an engine that is away before it is asked is waited for; one that is %s with the request, or goes away while it paints, has failed',
  async (code) => {
    const gone = new EngineError('UNREACHABLE', 'away', { isAway: true });
    const full = new EngineError('BUSY', 'took nothing', { isAway: true, retryAfterMs: 60_000 });
    const lost = new EngineError(code, 'lost on the way');
    const job = { modelId: 'sketch-1', prompt: 'a lake', negativePrompt: null, styleId: null, seed: 1 } as ImageJob;
    const rest = { job, index: 0, sources: {}, estimatedMs: 1, signal: new AbortController().signal };
    const paintWith = (run: ImageEngine['run']) =>
      paint({ ...rest, engine: { ...createTestEngine(), run }, report: vi.fn() as unknown as ProgressReporter });

    await expect(paintWith(() => Promise.reject(gone))).rejects.toMatchObject({ isAbsence: true });
    await expect(paintWith(() => Promise.reject(lost))).rejects.toBe(lost);
    const waited = { isAbsence: true, retryAfterMs: 60_000 };
    await expect(paintWith(() => Promise.reject(full))).rejects.toMatchObject(waited);
    const dying: ImageEngine['run'] = (_request, { onProgress } = {}) => {
      onProgress?.({ step: 1, stepsTotal: 4, progress: 0.25, etaMs: 1 });
      return Promise.reject(gone);
    };
    await expect(paintWith(dying)).rejects.toBe(gone);
  },
);
