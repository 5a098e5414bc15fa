import type { LouisHost, StartHost } from './louis-host.ts';
import { startThread } from './louis-thread.ts';
import type { LouisAnswer, LouisAsk } from './louis-messages.ts';

export interface LouisOptions {
  /** How long one text may take once its turn has come. */
  readonly callTimeoutMs: number;
  /** Texts that may wait; beyond that a call is refused as BUSY. */
  readonly queueMax: number;
}

export const LOUIS_DEFAULTS: LouisOptions = { callTimeoutMs: 20_000, queueMax: 256 };

/** Why a text could not be translated. BROKEN: the build fell over on this very text, twice. */
export class LouisError extends Error {
  override readonly name = 'LouisError';
  readonly code: 'BUSY' | 'BROKEN' | 'TIMED_OUT' | 'TABLE' | 'CLOSED';

  constructor(code: LouisError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

interface Waiting {
  readonly ask: LouisAsk;
  readonly signal: AbortSignal | undefined;
  tries: number;
  settle(outcome: LouisAnswer | Error): void;
}

/** One thread or process with liblouis in it. A fatal error there ends it; the next text starts another. */
export class LouisClient {
  readonly #options: LouisOptions;
  readonly #queue: Waiting[] = [];
  #current: Waiting | undefined;
  #host: LouisHost | undefined;
  readonly #startHost: StartHost;
  #timer: NodeJS.Timeout | undefined;
  #nextId = 1;
  #closed = false;

  constructor(options: Partial<LouisOptions> = {}, startHost: StartHost = startThread) {
    this.#startHost = startHost;
    this.#options = { ...LOUIS_DEFAULTS, ...options };
  }

  ask(asked: Omit<LouisAsk, 'id'>, signal?: AbortSignal): Promise<LouisAnswer> {
    if (this.#closed) return Promise.reject(new LouisError('CLOSED', 'The braille engine was closed.'));
    if (this.#queue.length >= this.#options.queueMax)
      return Promise.reject(new LouisError('BUSY', 'Too many texts wait for braille.'));
    return new Promise((resolve, reject) => {
      const settle = (outcome: LouisAnswer | Error): void => {
        signal?.removeEventListener('abort', onAbort);
        if (outcome instanceof Error) reject(outcome);
        else if (outcome.error !== null) reject(new LouisError('TABLE', outcome.error));
        else resolve(outcome);
      };
      const waiting: Waiting = { ask: { id: this.#nextId++, ...asked }, signal, tries: 0, settle };
      const onAbort = (): void => this.#abort(waiting);
      if (signal?.aborted) return settle(abortError(signal));
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#queue.push(waiting);
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const error = new LouisError('CLOSED', 'The braille engine was closed.');
    for (const waiting of this.#queue.splice(0)) waiting.settle(error);
    this.#current?.settle(error);
    this.#current = undefined;
    clearTimeout(this.#timer);
    await this.#host?.end();
    this.#host = undefined;
  }

  #abort(waiting: Waiting): void {
    const place = this.#queue.indexOf(waiting);
    if (place >= 0) this.#queue.splice(place, 1);
    const error = abortError(waiting.signal);
    if (this.#current === waiting) this.#drop(error);
    else waiting.settle(error);
  }

  #next(): void {
    if (this.#current || this.#closed) return;
    const waiting = this.#queue.shift();
    if (!waiting) {
      // An idle one does not keep the process alive.
      this.#host?.hold(false);
      return;
    }
    this.#current = waiting;
    waiting.tries += 1;
    this.#host ??= this.#start();
    this.#host.hold(true);
    const timeout = (): void => this.#drop(new LouisError('TIMED_OUT', 'liblouis took too long over this text.'));
    this.#timer = setTimeout(timeout, this.#options.callTimeoutMs);
    this.#host.post(waiting.ask);
  }

  #start(): LouisHost {
    const host = this.#startHost({
      onAnswer: (answer) => {
        if (answer.id === this.#current?.ask.id) this.#finish(answer);
      },
      onGone: () => this.#fell(host),
    });
    return host;
  }

  #finish(outcome: LouisAnswer | Error): void {
    clearTimeout(this.#timer);
    const done = this.#current;
    this.#current = undefined;
    done?.settle(outcome);
    this.#next();
  }

  /** It fell over: the text that it had is tried once more in a new one. */
  #fell(host: LouisHost): void {
    if (host !== this.#host) return;
    this.#host = undefined;
    clearTimeout(this.#timer);
    const held = this.#current;
    if (!held) return;
    if (held.tries >= 2) return this.#finish(new LouisError('BROKEN', 'liblouis broke on this text.'));
    this.#current = undefined;
    this.#queue.unshift(held);
    this.#next();
  }

  /** Ends it with what it has in hand. */
  #drop(error: Error): void {
    const host = this.#host;
    this.#host = undefined;
    void host?.end();
    this.#finish(error);
  }
}

function abortError(signal: AbortSignal | undefined): Error {
  const error = new Error('The call was aborted.', { cause: signal?.reason });
  error.name = 'AbortError';
  return error;
}
