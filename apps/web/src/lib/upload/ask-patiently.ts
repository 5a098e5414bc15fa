import { GraphError } from '../graph/index.ts';
import { rest } from './rest.ts';
import { UploadError } from './upload-error.ts';

const TRIES_MAX = 8;
const UNTOLD_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Asks the graph for an upload. Many files at once may be more than a minute allows: then it waits as long as the server says, and
 * nobody has to press anything. Throws UploadError for what stays wrong, or the signal's reason when the viewer stopped it.
 */
export async function askPatiently<T>(
  ask: () => Promise<T>,
  signal: AbortSignal,
  { wait = rest }: { readonly wait?: typeof rest } = {},
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      const isTooFast = error instanceof GraphError && error.code === 'RATE_LIMITED';
      if (!isTooFast || tries >= TRIES_MAX) throw toUploadError(error);
      await wait(Math.min(LONGEST_WAIT_MS, error.retryAfterMs ?? UNTOLD_WAIT_MS), signal);
    }
  }
}

function toUploadError(error: unknown): UploadError {
  if (!(error instanceof GraphError)) return new UploadError({ kind: 'unknown', traceId: null });
  if (error.code === 'UNREACHABLE') return new UploadError({ kind: 'network' });
  return new UploadError({ kind: 'unknown', traceId: error.traceId });
}
