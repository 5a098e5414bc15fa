import { SubgraphFailure } from '@modu/federation';

/** Stops waiting for work that has no end of its own when the signal aborts; the work is told by the same signal. */
export function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new SubgraphFailure('ABORTED', 'The request was given up.'));
    // Whatever comes of the work is heard, also when nobody waits for it any more.
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
