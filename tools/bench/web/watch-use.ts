/** Something that took time, and what it was. */
export interface Timed {
  readonly ms: number;
  readonly what: string;
}

/** Every interaction from the input to the paint that shows it, every task that blocked the thread for over 50 ms, and what ran in slow frames. */
export interface SeenUse {
  readonly inputs: readonly Timed[];
  readonly tasksMs: readonly number[];
  readonly frames: readonly Timed[];
}

interface InputEntry {
  readonly name: string;
  readonly duration: number;
  readonly interactionId: number;
  readonly target: { readonly tagName: string; readonly className: unknown } | null;
}

interface FrameEntry {
  readonly duration: number;
  readonly scripts: readonly { readonly invoker: string; readonly sourceURL: string; readonly duration: number }[];
}

/** Runs in the page; `moduUse()` there answers with what was seen since. */
export function watchUse(): void {
  const inputs = new Map<number, { ms: number; what: string }>();
  const tasksMs: number[] = [];
  const frames: { ms: number; what: string }[] = [];
  const { interactionCount: before = 0 } = performance as unknown as { interactionCount?: number };
  // The least a browser tells of.
  const LEAST_MS = 16;
  const onInput = ({ name, duration, interactionId, target }: InputEntry) => {
    if (interactionId === 0 || duration <= (inputs.get(interactionId)?.ms ?? 0)) return;
    const where = target === null ? '' : `${target.tagName.toLowerCase()} ${String(target.className)}`;
    inputs.set(interactionId, { ms: duration, what: `${name} at ${where}` });
  };
  const onFrame = ({ duration, scripts }: FrameEntry) => {
    const longest = scripts.map((one) => `${Math.round(one.duration)} ms ${one.invoker} ${one.sourceURL}`).join('; ');
    frames.push({ ms: duration, what: `a frame: ${longest}` });
  };
  const watch = <Entry>(type: string, take: (entry: Entry) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry as unknown as Entry);
    }).observe({ type, ...(type === 'event' ? { durationThreshold: LEAST_MS } : {}) } as never);
  watch('event', onInput);
  watch('longtask', (entry: { readonly duration: number }) => tasksMs.push(entry.duration));
  watch('long-animation-frame', onFrame);
  Object.assign(globalThis, {
    moduUse: () => {
      const { interactionCount = 0 } = performance as unknown as { interactionCount?: number };
      // What was quicker than the browser tells of was there as well.
      const quick = Math.max(0, interactionCount - before - inputs.size);
      const answered = [...inputs.values(), ...Array.from({ length: quick }, () => ({ ms: LEAST_MS, what: 'quick' }))];
      return { inputs: answered, tasksMs, frames };
    },
  });
}
