import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { createTickBatch } from './tick-batch.ts';
import { JSON_LINES, post } from './post.ts';
import type { Posted } from './post.ts';
import { bodyOf } from './subgraph-call.ts';
import type { FetchSubgraph, SubgraphAnswer, SubgraphCall } from './subgraph-call.ts';
import { SubgraphFailure } from './subgraph-failure.ts';

export interface HttpSubgraphOptions<Context> {
  readonly url: URL;
  /** Headers of one call: names and values in turn. Not used for batches, which many callers share. */
  headersOf?(context: Context): readonly string[] | Promise<readonly string[]>;
  /**
   * Members of `extensions` that say who asks, as in headers otherwise. When given, calls of one tick travel as one array,
   * so the subgraph must take arrays.
   */
  extensionsOf?(context: Context): Readonly<Record<string, unknown>> | Promise<Readonly<Record<string, unknown>>>;
  /** Headers for a whole body, as it is sent and each time it is: a signature of it. Names and values in turn. */
  sign?(body: string): readonly string[];
  readonly connections?: number;
  readonly deadlineMs?: number;
  readonly bytesMax?: number;
  /** How often a query (never a mutation) is sent again when the subgraph could not be reached. */
  readonly retriesMax?: number;
}

export interface HttpSubgraph<Context> {
  readonly fetch: FetchSubgraph<Context>;
  close(): Promise<void>;
}

interface Sending {
  readonly headers?: readonly string[];
  readonly signal: AbortSignal | undefined;
  readonly onLine?: (line: string) => void;
}

const RETRY_PAUSE_MS = 25;
const PASSING_STATUS = new Set([502, 503, 504]);

/** A subgraph behind HTTP: kept-alive connections, a deadline, retries of safe reads, a circuit breaker, a bound on answers. */
export function createHttpSubgraph<Context>(options: HttpSubgraphOptions<Context>): HttpSubgraph<Context> {
  const {
    url,
    connections = 64,
    deadlineMs = 15_000,
    bytesMax = 16_000_000,
    retriesMax = 2,
    extensionsOf,
    headersOf,
    sign = () => [],
  } = options;
  const pool = new Pool(url.origin, { connections, pipelining: 1, keepAliveTimeout: 60_000 });
  const breaker = createCircuitBreaker();
  const path = url.pathname + url.search;
  const send = async (body: string, { headers = [], signal, onLine }: Sending) => {
    const accept = onLine ? `${JSON_LINES}, application/json` : 'application/json';
    const all = ['content-type', 'application/json', 'accept', accept, ...headers, ...sign(body)];
    return parse(await post(pool, { path, headers: all, body, signal, deadlineMs, bytesMax, onLine }));
  };
  const retried = (isSafe: boolean, work: () => Promise<unknown>) =>
    withRetries(() => breaker.guard(work), isSafe ? retriesMax : 0);
  const batch = createTickBatch((body, { isSafe, signal, onAnswer }) => {
    const onLine = (line: string) => onAnswer(...parseLine(line));
    return retried(isSafe, () => send(body, { signal, onLine }));
  });

  return {
    close: () => pool.close(),
    fetch: async (call: SubgraphCall<Context>) => {
      const isSafe = call.fetch.operationKind === 'query';
      if (extensionsOf) {
        const extensions = JSON.stringify(await extensionsOf(call.context));
        const body = `${bodyOf(call).slice(0, -1)},"extensions":${extensions}}`;
        return toAnswer(await batch({ body, isSafe, signal: call.signal }));
      }
      const headers = headersOf ? await headersOf(call.context) : [];
      return toAnswer(await retried(isSafe, () => send(bodyOf(call), { headers, signal: call.signal })));
    },
  };
}

/** A line of a batch's answer: the place of the question in its array, and its answer. What is none answers nobody. */
function parseLine(line: string): readonly [index: number, answer: unknown] {
  try {
    const [index, answer] = JSON.parse(line) as [number, unknown];
    return [index, answer];
  } catch {
    return [-1, undefined];
  }
}

function parse({ status, text }: Posted): unknown {
  if (text === undefined) return undefined;
  if (PASSING_STATUS.has(status)) throw new SubgraphFailure('UNREACHABLE', `The subgraph answered ${status}.`);
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new SubgraphFailure('NOT_GRAPHQL', `The subgraph answered ${status} without JSON.`, { cause });
  }
}

/** An answer has data or errors; anything else came from something that is no GraphQL server. */
export function toAnswer(value: unknown): SubgraphAnswer {
  const answer = value as SubgraphAnswer | null;
  const isAnswer =
    typeof answer === 'object' && answer !== null && (answer.data !== undefined || Array.isArray(answer.errors));
  if (!isAnswer) throw new SubgraphFailure('NOT_GRAPHQL', 'The subgraph gave no GraphQL answer.');
  return answer;
}

async function withRetries<Result>(work: () => Promise<Result>, retriesMax: number): Promise<Result> {
  for (let retries = 0; ; retries++) {
    try {
      return await work();
    } catch (error) {
      if (retries >= retriesMax || !(error instanceof SubgraphFailure) || !error.isPassing) throw error;
      await pause(RETRY_PAUSE_MS * 2 ** retries * (0.5 + Math.random()));
    }
  }
}
