import { setPriority } from 'node:os';
import type { ImageProgress, ImageRequest } from '../contract.ts';
import { EngineError } from '../engine-error.ts';
import { cancelFlag } from './cancel-flag.ts';
import { encodePng, encodePreview } from './encode.ts';
import { metadataOf } from './metadata.ts';
import { beginFill } from './fill/begin-fill.ts';
import { beginPicture } from './picture.ts';
import { beginRepaint } from './repaint.ts';
import { beginUpscale } from './upscale.ts';
import type { Work } from './work.ts';
import type { PaintOutcome, PaintTask, WorkerNote } from './worker-messages.ts';

/** On Linux a priority is a thread's own: whoever answers people goes first, painting takes what is left. Elsewhere it would slow all of the process. */
const NICENESS = 10;
if (process.platform === 'linux') setPriority(NICENESS);

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
async function paintSteps(picture: Work, task: PaintTask, clock: Clock): Promise<boolean> {
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

async function begin(request: ImageRequest): Promise<Work> {
  if (request.task === 'IMAGE_TO_IMAGE') return beginRepaint(request);
  if (request.task === 'UPSCALE') return beginUpscale(request);
  if (request.task === 'INPAINT') return beginFill(request);
  return beginPicture({ ...request, negativePrompt: request.negativePrompt ?? '' });
}

/** The worker's only task: one request, from its words and sources to a PNG. */
export default async function paint(task: PaintTask): Promise<PaintOutcome> {
  const { request, port } = task;
  const cancel = cancelFlag(task.cancel);
  const clock: Clock = { startedAt: performance.now(), steps: request.steps };
  port.postMessage({ kind: 'started' } satisfies WorkerNote);
  try {
    if (cancel.isRaised()) return { kind: 'cancelled' };
    const work = await begin(request);
    if (!(await paintSteps(work, task, clock))) return { kind: 'cancelled' };
    const bytes = await encodePng(work);
    return { kind: 'painted', bytes, metadata: metadataOf(request, work, performance.now() - clock.startedAt) };
  } catch (error) {
    // The class of an error does not survive the way between threads.
    if (error instanceof EngineError && error.code === 'INVALID_REQUEST')
      return { kind: 'refused', message: error.message };
    throw error;
  } finally {
    port.close();
  }
}
