import { AuthError } from '../auth/index.ts';
import { GraphError } from '../graph/index.ts';
import { rest } from './rest.ts';
import { UploadError } from './upload-error.ts';

const TRIES_MAX = 8;
const UNTOLD_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60_000;
/** A line that was cut is mostly back within seconds. */
const CUT_TRIES_MAX = 6;
const FIRST_CUT_WAIT_MS = 500;
const LONGEST_CUT_WAIT_MS = 15_000;

interface Patience {
  readonly wait?: typeof rest;
  /** How often it is asked over a line that is cut; 1 where whoever asks tries again anyway. */
  readonly cutTriesMax?: number;
}

/**
 * Asks the graph for an upload; to ask twice must do no more than to ask once. Many files at once may be more than a minute allows: then it
 * waits as long as the server says. Over a cut line it is asked again after a while. Nobody has to press anything. Throws UploadError for what
 * stays wrong, or the signal's reason when the viewer stopped it.
 */
export async function askPatiently<T>(
  ask: () => Promise<T>,
  signal: AbortSignal,
  { wait = rest, cutTriesMax = CUT_TRIES_MAX }: Patience = {},
): Promise<T> {
  let cuts = 0;
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (isCut(error) && ++cuts < cutTriesMax) {
        await wait(Math.min(LONGEST_CUT_WAIT_MS, FIRST_CUT_WAIT_MS * 2 ** (cuts - 1)), signal);
        continue;
      }
      const isTooFast = error instanceof GraphError && error.code === 'RATE_LIMITED';
      if (!isTooFast || tries >= TRIES_MAX) throw toUploadError(error);
      await wait(Math.min(LONGEST_WAIT_MS, error.retryAfterMs ?? UNTOLD_WAIT_MS), signal);
    }
  }
}

/** Where the graph is out of reach, so is the token that it is asked with. */
function isCut(error: unknown): boolean {
  return error instanceof AuthError || (error instanceof GraphError && error.code === 'UNREACHABLE');
}

/** A session that ended is like a line that was cut: what was sent stays, and goes on once the person is back. */
function isForAWhile(error: unknown): boolean {
  return isCut(error) || (error instanceof GraphError && error.code === 'UNAUTHENTICATED');
}

function toUploadError(error: unknown): UploadError {
  if (isForAWhile(error)) return new UploadError({ kind: 'network' });
  if (!(error instanceof GraphError)) return new UploadError({ kind: 'unknown', traceId: null });
  return new UploadError({ kind: 'unknown', traceId: error.traceId });
}
