interface Bounds {
  readonly atOnce: number;
  readonly waitingMax: number;
}

/** Lets so many work at once and so many wait for their turn. @returns `'FULL'` to whoever comes then. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T | 'FULL'>;

export function createGate({ atOnce, waitingMax }: Bounds): Gate {
  let working = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (working < atOnce) working += 1;
    else if (waiting.length >= waitingMax) return 'FULL';
    // Whoever leaves hands over their place.
    else await new Promise<void>((goOn) => waiting.push(goOn));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else working -= 1;
    }
  };
}
