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

/** Sends what is asked of one subgraph within one turn of the event loop as one array, and hands out its answers. */
export function createTickBatch(
  send: (body: string, isSafe: boolean) => Promise<unknown>,
): (entry: Entry) => Promise<unknown> {
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

function split(batch: readonly Waiting[]): readonly (readonly Waiting[])[] {
  const parts: Waiting[][] = [];
  let characters = 0;
  for (const entry of batch) {
    const part = parts.at(-1);
    characters += entry.body.length;
    if (part && part.length < ENTRIES_MAX && characters <= CHARACTERS_MAX) part.push(entry);
    else {
      parts.push([entry]);
      characters = entry.body.length;
    }
  }
  return parts;
}

async function deliver(
  batch: readonly Waiting[],
  send: (body: string, isSafe: boolean) => Promise<unknown>,
): Promise<void> {
  const wanted = batch.filter(({ signal, reject }) => {
    if (signal?.aborted) reject(new SubgraphFailure('ABORTED', 'The request was given up.'));
    return !signal?.aborted;
  });
  if (wanted.length === 0) return;
  try {
    const body = `[${wanted.map((entry) => entry.body).join(',')}]`;
    const answers = await send(
      body,
      wanted.every((entry) => entry.isSafe),
    );
    if (!Array.isArray(answers) || answers.length !== wanted.length) {
      throw new SubgraphFailure('NOT_GRAPHQL', `The subgraph gave no ${wanted.length} answers.`);
    }
    wanted.forEach((entry, index) => entry.resolve(answers[index]));
  } catch (error) {
    for (const entry of wanted) entry.reject(error);
  }
}
