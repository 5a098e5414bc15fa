import { rest } from './rest.ts';
import { UploadError } from './upload-error.ts';

const TRIES_MAX = 6;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

export interface OverCutsOptions {
  readonly signal: AbortSignal;
  /** What a while may change. */
  readonly isPassing?: (error: unknown) => boolean;
  readonly wait?: typeof rest;
}

/** Whether the line was cut, or the server out of reach for a moment. */
export const isCutLine = (error: unknown): boolean => error instanceof UploadError && error.problem.kind === 'network';

/** Does again what a cut line has stopped, later each time; gives up at last. Throws what the work throws, or the signal's reason. */
export async function overCuts<T>(
  work: () => Promise<T>,
  { signal, isPassing = isCutLine, wait = rest }: OverCutsOptions,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error) || tries >= TRIES_MAX || signal.aborted) throw error;
      await wait(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1)), signal);
    }
  }
}
