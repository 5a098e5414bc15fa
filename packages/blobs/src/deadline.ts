import { BlobTimeoutError } from './errors.ts';

/**
 * Runs a call that gives up when its signal fires; what is then thrown says so. The signal never fires after the call has
 * settled: the SDK listens on, and would break off a body that is still being read.
 */
export async function withDeadline<T>(timeoutMs: number, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeoutMs);
  try {
    return await call(controller.signal);
  } catch (error) {
    if (controller.signal.aborted) throw new BlobTimeoutError(timeoutMs, { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Passes a stream on and fails when nothing comes for `idleTimeoutMs`. Time the reader takes for itself does not count.
 * A reader that stops early closes the source.
 */
export async function* withIdleDeadline(
  source: AsyncIterable<Uint8Array>,
  idleTimeoutMs: number,
): AsyncGenerator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  let ended = false;
  try {
    for (;;) {
      const next = await settleWithin(iterator.next(), idleTimeoutMs);
      ended = next.done === true;
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    // Not awaited: a source that hangs would hang its closing too.
    if (!ended) void iterator.return?.().catch(() => undefined);
  }
}

async function settleWithin<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new BlobTimeoutError(timeoutMs)), timeoutMs);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
