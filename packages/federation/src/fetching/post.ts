import type { Dispatcher } from 'undici';
import { createLines } from './lines.ts';
import type { Lines } from './lines.ts';
import { SubgraphFailure } from './subgraph-failure.ts';

export interface Post {
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: string[];
  readonly body: string;
  readonly signal: AbortSignal | undefined;
  readonly deadlineMs: number;
  readonly bytesMax: number;
  /** Given when the answer may come as lines of JSON: called with each as it comes. */
  readonly onLine?: ((line: string) => void) | undefined;
}

export interface Posted {
  readonly status: number;
  /** `undefined` when the answer came as lines. */
  readonly text: string | undefined;
}

/** Values of JSON, each ended by a line feed (jsonlines.org). */
export const JSON_LINES = 'application/jsonl';

/** One POST over a pool, without the layers of fetch: most of what a request to a subgraph costs is there. */
export function post(pool: Dispatcher, request: Post): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const collector = new Collector(request, { resolve, reject });
    if (request.signal?.aborted) collector.onResponseError(undefined, aborted());
    else pool.dispatch({ path: request.path, method: 'POST', headers: request.headers, body: request.body }, collector);
  });
}

function aborted(): SubgraphFailure {
  return new SubgraphFailure('ABORTED', 'The request was given up.');
}

interface Settle {
  resolve(posted: Posted): void;
  reject(error: unknown): void;
}

class Collector implements Dispatcher.DispatchHandler {
  readonly #request: Post;
  readonly #settle: Settle;
  readonly #deadline: NodeJS.Timeout;
  readonly #onAbort = () => this.#fail(aborted());
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #bytes = 0;
  #status = 0;
  #lines: Lines | undefined;
  #isSettled = false;

  constructor(request: Post, settle: Settle) {
    this.#request = request;
    this.#settle = settle;
    const late = () => this.#fail(new SubgraphFailure('DEADLINE', `No answer within ${request.deadlineMs} ms.`));
    this.#deadline = setTimeout(late, request.deadlineMs);
    request.signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#isSettled) controller.abort(aborted());
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    this.#status = status;
    const { onLine } = this.#request;
    if (onLine && headers['content-type'] === JSON_LINES) this.#lines = createLines(onLine);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#request.bytesMax)
      return this.#fail(new SubgraphFailure('TOO_LARGE', 'The answer is too large.'));
    if (this.#lines) this.#lines.push(chunk);
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (!this.#end()) return;
    if (this.#lines) return this.#settle.resolve({ status: this.#status, text: undefined });
    const [first, ...others] = this.#chunks;
    const bytes = first && others.length === 0 ? first : Buffer.concat(this.#chunks);
    this.#settle.resolve({ status: this.#status, text: bytes.toString('utf8') });
  }

  onResponseError(_controller: unknown, error: Error): void {
    if (!this.#end()) return;
    const failure = new SubgraphFailure('UNREACHABLE', 'The subgraph did not answer.', { cause: error });
    this.#settle.reject(error instanceof SubgraphFailure ? error : failure);
  }

  #fail(error: SubgraphFailure): void {
    if (!this.#end()) return;
    this.#settle.reject(error);
    this.#controller?.abort(error);
  }

  #end(): boolean {
    if (this.#isSettled) return false;
    this.#isSettled = true;
    clearTimeout(this.#deadline);
    this.#request.signal?.removeEventListener('abort', this.#onAbort);
    return true;
  }
}
