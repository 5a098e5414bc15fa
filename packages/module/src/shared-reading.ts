/**
 * One reading serves everybody who asks while it is fresh, counted from when it began: however many ask, `read` is called once in that
 * time. A reading that fails is shared like any other.
 */
export function sharedReading<T>(freshMs: number, read: () => Promise<T>): () => Promise<T> {
  let last: { readonly atMs: number; readonly reading: Promise<T> } | undefined;
  return () => {
    if (!last || performance.now() - last.atMs > freshMs) last = { atMs: performance.now(), reading: read() };
    return last.reading;
  };
}
