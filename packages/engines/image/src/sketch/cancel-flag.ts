/** A flag that two threads share: the caller raises it, the worker looks at it between strokes. */
export interface CancelFlag {
  readonly shared: SharedArrayBuffer;
  raise(): void;
  isRaised(): boolean;
}

/** A flag over `shared`, or over memory of its own. */
export function cancelFlag(shared = new SharedArrayBuffer(4)): CancelFlag {
  const word = new Int32Array(shared);
  return {
    shared,
    raise: () => void Atomics.store(word, 0, 1),
    isRaised: () => Atomics.load(word, 0) === 1,
  };
}
