import { SubgraphFailure } from './subgraph-failure.ts';

interface Entry {
  readonly body: string;
  readonly isSafe: boolean;
  readonly signal: AbortSignal | undefined;
}

interface Waiting extends Entry {
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

const ENTRIES_MAX = 100;
/** What is longer travels as several arrays: subgraphs bound the body they read. */
const CHARACTERS_MAX = 500_000;

export interface Sending {
  readonly isSafe: boolean;
  /** Aborts when nobody waits for any of its answers any more. */
  readonly signal: AbortSignal;
  /** Takes an answer that came before the others; one that came before, with an earlier try, is left out. */
  onAnswer(index: number, answer: unknown): void;
}

/** Sends an array. Gives the answers in their order, or nothing when each was told by itself. */
export type SendBatch = (body: string, sending: Sending) => Promise<unknown>;

/** Sends what is asked of one subgraph within one turn of the event loop as one array, and hands out its answers. */
export function createTickBatch(send: SendBatch): (entry: Entry) => Promise<unknown> {
  let waiting: Waiting[] | undefined;
  const flush = () => {
    const batch = waiting ?? [];
    waiting = undefined;
    for (const part of split(batch)) void deliver(part, send);
  };
  return (entry) =>
    new Promise((resolve, reject) => {
      if (!waiting) {
        waiting = [];
        setImmediate(flush);
      }
      waiting.push({ ...entry, resolve, reject });
    });
}

/** A mutation travels alone: with it, queries could not be sent again, and it would wait for the slowest of them. */
function split(batch: readonly Waiting[]): readonly (readonly Waiting[])[] {
  const parts: Waiting[][] = [];
  let characters = 0;
  for (const entry of batch.filter(({ isSafe }) => isSafe)) {
    const part = parts.at(-1);
    characters += entry.body.length;
    if (part && part.length < ENTRIES_MAX && characters <= CHARACTERS_MAX) part.push(entry);
    else {
      parts.push([entry]);
      characters = entry.body.length;
    }
  }
  return [...parts, ...batch.filter(({ isSafe }) => !isSafe).map((entry) => [entry])];
}

async function deliver(batch: readonly Waiting[], send: SendBatch): Promise<void> {
  const wanted = batch.filter(({ signal, reject }) => {
    if (signal?.aborted) reject(givenUp());
    return !signal?.aborted;
  });
  if (wanted.length === 0) return;
  const { signal, answer, unanswered, forget } = watchCallers(wanted);
  try {
    const body = `[${wanted.map((entry) => entry.body).join(',')}]`;
    const isSafe = wanted.every((entry) => entry.isSafe);
    const answers = await send(body, { isSafe, signal, onAnswer: answer });
    if (Array.isArray(answers) && answers.length === wanted.length) answers.forEach((one, index) => answer(index, one));
    if (unanswered().length > 0) {
      throw new SubgraphFailure('NOT_GRAPHQL', `The subgraph gave no ${wanted.length} answers.`);
    }
  } catch (error) {
    // One answer was too large for all of them: each is asked for alone, so that only its own person is refused.
    if (wanted.length > 1 && error instanceof SubgraphFailure && error.code === 'TOO_LARGE') {
      await Promise.all(unanswered().map((entry) => deliver([entry], send)));
    } else for (const entry of unanswered()) entry.reject(error);
  } finally {
    forget();
  }
}

interface Callers {
  readonly signal: AbortSignal;
  answer(index: number, answer: unknown): void;
  unanswered(): readonly Waiting[];
  forget(): void;
}

/** Who has an answer, or gives up, stops waiting at once; when the last gives up, the request itself is given up. */
function watchCallers(entries: readonly Waiting[]): Callers {
  const gone = new AbortController();
  const waiting = new Map(entries.map((entry, index) => [index, entry]));
  const listeners = entries.map(({ signal, reject }, index) => {
    const leave = () => {
      if (!waiting.delete(index)) return;
      reject(givenUp());
      if (waiting.size === 0) gone.abort();
    };
    signal?.addEventListener('abort', leave, { once: true });
    return () => signal?.removeEventListener('abort', leave);
  });
  return {
    signal: gone.signal,
    answer: (index, answer) => {
      waiting.get(index)?.resolve(answer);
      waiting.delete(index);
    },
    unanswered: () => [...waiting.values()],
    forget: () => listeners.forEach((remove) => remove()),
  };
}

function givenUp(): SubgraphFailure {
  return new SubgraphFailure('ABORTED', 'The request was given up.');
}
