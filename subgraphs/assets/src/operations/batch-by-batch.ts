/** So long one kind of work may keep a round, so that the others have their turn; what is left waits for the next. */
const TURN_MS = 15_000;

/** How far the batches of a round may go. */
export interface Turn {
  /** Aborted when the process is about to stop. */
  readonly signal?: AbortSignal;
  readonly turnMs?: number;
}

/** When to leave the rest: `until` is of `performance.now()`. */
export interface Bound {
  readonly signal: AbortSignal | undefined;
  readonly until: number;
}

interface Batch {
  readonly limit: number;
  /** Takes up to `limit`, and begins with none once its turn is over. @returns how many there were, and of how many something was made. */
  take(limit: number, bound: Bound): Promise<{ readonly found: number; readonly done: number }>;
}

/** Works off what is due, batch after batch, until one is short or nothing of it could be done. @returns how many were done. */
export async function batchByBatch({ limit, take }: Batch, { signal, turnMs = TURN_MS }: Turn = {}): Promise<number> {
  const until = performance.now() + turnMs;
  for (let all = 0; ;) {
    const { found, done } = await take(limit, { signal, until });
    all += done;
    const isLast = found < limit || done === 0;
    if (isLast || signal?.aborted || performance.now() >= until) return all;
  }
}
