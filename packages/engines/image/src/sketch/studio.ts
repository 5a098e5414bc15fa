import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { ImageProgress, ImageRequest } from '../contract.ts';
import { EngineError } from '../engine-error.ts';
import { cancelFlag } from './cancel-flag.ts';
import type { PaintOutcome, PaintTask, WorkerNote } from './worker-messages.ts';

export interface StudioOptions {
  threads: number;
  /** Runs that may wait for a thread. */
  queueMax: number;
  /** How long a run may take once a thread has it, and how long it may wait for one. */
  runTimeoutMs: number;
  waitTimeoutMs: number;
  /** How long a worker may take to notice that it was cancelled before its thread is ended. */
  graceMs: number;
}

/** One run in a worker. `stop` ends it softly first, by force after the grace; `done` then rejects or says cancelled. */
export interface Run {
  readonly done: Promise<PaintOutcome>;
  stop(): void;
}

/** The threads that paint. */
export interface Studio {
  readonly busy: number;
  start(request: ImageRequest, onProgress: (progress: ImageProgress) => void): Run;
  close(): Promise<void>;
}

function openPool(options: StudioOptions): Piscina<PaintTask, PaintOutcome> {
  const pool = new Piscina<PaintTask, PaintOutcome>({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: options.threads,
    maxQueue: Math.max(1, options.queueMax),
    idleTimeout: 30_000,
    concurrentTasksPerWorker: 1,
  });
  // What concerns no run: a thread that answered in the moment in which it was given up, or broke while it had nothing to do and is
  // replaced. Unheard it would end the process.
  pool.on('error', () => {});
  return pool;
}

/** Results and notes travel by different roads: what is still in the port is read before the run counts as done. */
function drain(port: MessagePort, hear: (note: WorkerNote) => void): void {
  for (let left = receiveMessageOnPort(port); left; left = receiveMessageOnPort(port)) hear(left.message as WorkerNote);
  port.close();
}

function startRun(
  pool: Piscina<PaintTask, PaintOutcome>,
  options: StudioOptions,
  request: ImageRequest,
  onProgress: (progress: ImageProgress) => void,
): Run {
  const { port1, port2 } = new MessageChannel();
  const cancel = cancelFlag();
  const force = new AbortController();
  let started = false;
  let grace: NodeJS.Timeout | undefined;
  const hear = (note: WorkerNote) => {
    if (note.kind === 'started') {
      started = true;
      clearTimeout(timer);
      timer = setTimeout(expire, options.runTimeoutMs);
    } else if (!cancel.isRaised()) onProgress(note.progress);
  };
  port1.on('message', hear);
  const stop = () => {
    cancel.raise();
    if (started) grace ??= setTimeout(() => force.abort(), options.graceMs);
    else force.abort();
  };
  const deadline = { passed: false };
  const expire = () => {
    deadline.passed = true;
    stop();
  };
  let timer = setTimeout(expire, options.waitTimeoutMs);
  const done = pool
    .run({ request, cancel: cancel.shared, port: port2 }, { transferList: [port2], signal: force.signal })
    .then((outcome) => {
      if (deadline.passed && outcome.kind === 'cancelled') throw timedOut();
      return outcome;
    })
    .catch((error: unknown) => {
      if (deadline.passed) throw timedOut();
      if (cancel.isRaised()) return { kind: 'cancelled' } as const;
      throw new EngineError('FAILED', 'The picture could not be painted.', { cause: error });
    })
    .finally(() => {
      clearTimeout(timer);
      clearTimeout(grace);
      drain(port1, hear);
    });
  return { done, stop };
}

function timedOut(): EngineError {
  return new EngineError('TIMED_OUT', 'The picture took too long and was given up; try again, perhaps smaller.');
}

/** Opens the threads, one of them at once so that the first picture need not wait for it. */
export function openStudio(options: StudioOptions): Studio {
  const pool = openPool(options);
  const runs = new Set<Run>();
  return {
    get busy() {
      return runs.size;
    },
    start: (request, onProgress) => {
      const run = startRun(pool, options, request, onProgress);
      runs.add(run);
      const leave = () => void runs.delete(run);
      run.done.then(leave, leave);
      return run;
    },
    close: async () => {
      for (const run of runs) run.stop();
      await Promise.allSettled([...runs].map((run) => run.done));
      await pool.destroy();
    },
  };
}
