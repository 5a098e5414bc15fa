import type { ImageProgress } from '../contract.ts';
import { cancelFlag } from './cancel-flag.ts';
import { encodePng, encodePreview } from './encode.ts';
import { metadataOf } from './metadata.ts';
import { beginPicture, type Picture } from './picture.ts';
import type { PaintOutcome, PaintTask, WorkerNote } from './worker-messages.ts';

interface Clock {
  startedAt: number;
  steps: number;
}

function progressAfter(step: number, clock: Clock, preview: string | undefined): ImageProgress {
  const elapsedMs = performance.now() - clock.startedAt;
  const etaMs = Math.max(0, Math.round((elapsedMs / step) * (clock.steps - step)));
  return { step, stepsTotal: clock.steps, progress: step / clock.steps, etaMs, ...(preview ? { preview } : {}) };
}

/** Paints all steps, noting each. False when the run was cancelled on the way. */
async function paintSteps(picture: Picture, task: PaintTask, clock: Clock): Promise<boolean> {
  const cancel = cancelFlag(task.cancel);
  for (let step = 0; step < clock.steps; step++) {
    picture.paint(step, cancel.isRaised);
    if (cancel.isRaised()) return false;
    if (step + 1 === clock.steps) picture.finish();
    const preview = await encodePreview(picture.surface);
    if (cancel.isRaised()) return false;
    task.port.postMessage({ kind: 'progress', progress: progressAfter(step + 1, clock, preview) } satisfies WorkerNote);
  }
  return true;
}

/** The worker's only task: one request from prompt to PNG. */
export default async function paint(task: PaintTask): Promise<PaintOutcome> {
  const { request, port } = task;
  const cancel = cancelFlag(task.cancel);
  const clock: Clock = { startedAt: performance.now(), steps: request.steps };
  port.postMessage({ kind: 'started' } satisfies WorkerNote);
  try {
    if (cancel.isRaised()) return { kind: 'cancelled' };
    const { prompt, negativePrompt = '', seed, width, height, steps } = request;
    const picture = beginPicture({ prompt, negativePrompt, seed, width, height, steps });
    if (!(await paintSteps(picture, task, clock))) return { kind: 'cancelled' };
    const bytes = await encodePng(picture.surface, `Sketch, seed ${seed}, ${steps} steps`);
    return { kind: 'painted', bytes, metadata: metadataOf(request, picture, performance.now() - clock.startedAt) };
  } finally {
    port.close();
  }
}
