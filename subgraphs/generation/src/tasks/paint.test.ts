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
