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

/** How an array is sent: with a signal that aborts when nobody waits for any of its answers any more. */
export type SendBatch = (
  body: string,
  how: { readonly isSafe: boolean; readonly signal: AbortSignal },
) => Promise<unknown>;

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
  const { signal, forget } = watchCallers(wanted);
  try {
    const body = `[${wanted.map((entry) => entry.body).join(',')}]`;
    const isSafe = wanted.every((entry) => entry.isSafe);
    const answers = await send(body, { isSafe, signal });
    if (!Array.isArray(answers) || answers.length !== wanted.length) {
      throw new SubgraphFailure('NOT_GRAPHQL', `The subgraph gave no ${wanted.length} answers.`);
    }
    wanted.forEach((entry, index) => entry.resolve(answers[index]));
  } catch (error) {
    // One answer was too large for all of them: each is asked for alone, so that only its own person is refused.
    if (wanted.length > 1 && error instanceof SubgraphFailure && error.code === 'TOO_LARGE') {
      await Promise.all(wanted.map((entry) => deliver([entry], send)));
    } else for (const entry of wanted) entry.reject(error);
  } finally {
    forget();
  }
}

/** Whoever gives up stops waiting at once; when all have, the request itself is given up. */
function watchCallers(entries: readonly Waiting[]): { readonly signal: AbortSignal; forget(): void } {
  const gone = new AbortController();
  let left = entries.length;
  const listeners = entries.map(({ signal, reject }) => {
    const leave = () => {
      reject(givenUp());
      left -= 1;
      if (left === 0) gone.abort();
    };
    signal?.addEventListener('abort', leave, { once: true });
    return () => signal?.removeEventListener('abort', leave);
  });
  return { signal: gone.signal, forget: () => listeners.forEach((remove) => remove()) };
}

function givenUp(): SubgraphFailure {
  return new SubgraphFailure('ABORTED', 'The request was given up.');
}
