import type { Bus, Channel } from '@modu/bus';
import type { z } from 'zod';
import { JobCanceledError } from './run-failure.ts';

/** Hears which jobs are canceled and aborts the run of one if it is here. */
export interface CancelWatch {
  /** A signal that aborts with `outer`, or with `JobCanceledError` when the job is canceled. Call `end` after the run. */
  follow(jobId: string, outer: AbortSignal): { readonly signal: AbortSignal; end(): void };
  close(): Promise<void>;
}

export async function createCancelWatch(
  bus: Bus,
  channel: Channel<z.ZodType<{ readonly jobId: string }>>,
): Promise<CancelWatch> {
  const running = new Map<string, Set<AbortController>>();
  const leave = await bus.subscribe(channel, ({ jobId }) => {
    for (const controller of running.get(jobId) ?? []) controller.abort(new JobCanceledError());
  });

  return {
    follow: (jobId, outer) => {
      const controller = new AbortController();
      const runs = running.get(jobId) ?? new Set();
      running.set(jobId, runs.add(controller));
      return {
        signal: AbortSignal.any([outer, controller.signal]),
        end: () => {
          runs.delete(controller);
          if (runs.size === 0) running.delete(jobId);
        },
      };
    },
    close: () => leave(),
  };
}
