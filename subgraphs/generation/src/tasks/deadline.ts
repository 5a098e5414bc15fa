/** How long an engine may take for one picture, in milliseconds. */
interface Limits {
  /** From when it begins. */
  readonly runMs: number;
  /** Before that, behind others in a queue of its own. */
  readonly waitMs: number;
}

/** When an engine is given up. One that says nothing is taken to have begun. */
export interface EngineDeadline {
  /** Aborts with a `TimeoutError`. */
  readonly signal: AbortSignal;
  /** It makes so many pictures of others first. */
  waits(ahead: number): void;
  /** It works on ours. */
  begins(): void;
  /** The picture is there, or nobody wants it any more. */
  end(): void;
}

/** Each of its times is counted once, whatever an engine says again: all together it has no more than `runMs` twice and `waitMs`. */
export function openDeadline({ runMs, waitMs }: Limits): EngineDeadline {
  const controller = new AbortController();
  const expire = () => controller.abort(new DOMException('The engine took too long.', 'TimeoutError'));
  let state: 'silent' | 'waiting' | 'begun' = 'silent';
  let timer = setTimeout(expire, runMs);
  const enter = (next: typeof state, timeMs: number) => {
    state = next;
    clearTimeout(timer);
    timer = setTimeout(expire, timeMs);
  };
  const begins = () => {
    if (state !== 'begun') enter('begun', runMs);
  };
  return {
    signal: controller.signal,
    begins,
    waits: (ahead) => {
      if (ahead === 0) begins();
      else if (state === 'silent') enter('waiting', waitMs);
    },
    end: () => clearTimeout(timer),
  };
}
