/** A run that made what was asked for. Times in milliseconds of one clock. */
export interface PastRun {
  /** What the worker had to have loaded for it: a model. `null` when nothing. */
  readonly loads: string | null;
  readonly estimatedMs: number;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
}

export interface Pace {
  /** How long runs take, as a multiple of their estimates. */
  readonly factor: number;
  /** What is added when the model is not at hand. */
  readonly loadMs: number;
}

/** What the last runs of a kind taught. */
export interface Paces {
  of(loads: string | null): Pace;
  /** What workers have loaded at that moment, the latest first: at most one for each slot. */
  atHand(atMs: number): (string | null)[];
  /** Whether it matters which model a job needs. */
  readonly differ: boolean;
}

const FACTOR_MIN = 0.1;
const FACTOR_MAX = 20;
const LOAD_MS_MAX = 600_000;
/** Engines give the memory of a model back that nobody has asked for in a while. */
const KEPT_MS = 600_000;
/** Older runs tell of another day's engine. */
const RUNS_MAX = 50;

/**
 * Learns from past runs how long runs take. One that came when its model was not among those of the last runs (one for each
 * slot) had to wait until it was loaded; what it took longer than the others did is that wait. Which slot a run had is not
 * known, so with several slots this is a guess.
 */
export function learnPaces(runs: readonly PastRun[], slots: number): Paces {
  const inOrder = runs.toSorted((a, b) => a.startedAtMs - b.startedAtMs);
  const atHand = (atMs: number) => {
    const before = inOrder.filter(({ startedAtMs, endedAtMs }) => startedAtMs < atMs && atMs - endedAtMs < KEPT_MS);
    return before
      .slice(-Math.max(1, slots))
      .map(({ loads }) => loads)
      .reverse();
  };
  const isWarm = ({ loads, startedAtMs }: PastRun) => loads === null || atHand(startedAtMs).includes(loads);
  const warm = new Set(inOrder.filter(isWarm));
  const overall = factorOf(inOrder) ?? 1;

  const learn = (own: readonly PastRun[]): Pace => {
    const used = own.filter((run) => warm.has(run));
    const factor = factorOf(used) ?? factorOf(own) ?? overall;
    // Of the very first it is not known what came before.
    const cold = own.filter((run) => !warm.has(run) && run !== inOrder[0]);
    const extra = used.length === 0 ? [] : cold.map((run) => tookMs(run) - run.estimatedMs * factor);
    return { factor, loadMs: Math.min(LOAD_MS_MAX, Math.max(0, median(extra.slice(-RUNS_MAX)) ?? 0)) };
  };
  const paces = new Map([...Map.groupBy(inOrder, ({ loads }) => loads)].map(([loads, own]) => [loads, learn(own)]));
  return {
    of: (loads) => paces.get(loads) ?? { factor: overall, loadMs: 0 },
    atHand,
    differ: paces.size > 1 || [...paces.values()].some(({ loadMs }) => loadMs > 0),
  };
}

const tookMs = ({ startedAtMs, endedAtMs }: PastRun): number => Math.max(0, endedAtMs - startedAtMs);

function factorOf(runs: readonly PastRun[]): number | undefined {
  const factor = median(runs.slice(-RUNS_MAX).map((run) => tookMs(run) / Math.max(1, run.estimatedMs)));
  return factor === undefined ? undefined : Math.min(FACTOR_MAX, Math.max(FACTOR_MIN, factor));
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** How long a run takes from its start, with the model's load if it was not at hand then. */
export function expectedRunMs(
  paces: Paces,
  {
    loads,
    costMs,
    startedAtMs,
  }: { readonly loads: string | null; readonly costMs: number; readonly startedAtMs: number },
): number {
  const { factor, loadMs } = paces.of(loads);
  return costMs * factor + (loadMs === 0 || paces.atHand(startedAtMs).includes(loads) ? 0 : loadMs);
}
