import { AnswerTooLong, readBounded, retryAfterMs } from '@modu/http-calls';
import type { z } from 'zod';
import { abortError, EngineError } from '../engine-error.ts';

export interface CallOptions {
  readonly method?: 'GET' | 'POST' | 'PUT';
  /** Sent as JSON, or as it is when it is a form. */
  readonly body?: object | FormData;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
}

/** A way to a backend that speaks HTTP. Everything that goes wrong is an `EngineError`, an abort an `AbortError`. */
export interface Http {
  json<T>(path: string, schema: z.ZodType<T>, options?: CallOptions): Promise<T>;
  /** Like `json`, but undefined when there is no such thing (404). */
  find<T>(path: string, schema: z.ZodType<T>, options?: CallOptions): Promise<T | undefined>;
  bytes(path: string, options?: CallOptions): Promise<Uint8Array>;
  /** Whether an answer, however long, holds a text. It is read piece by piece and not kept. */
  holds(path: string, text: string, options?: CallOptions): Promise<boolean>;
  readonly url: (path: string) => string;
}

const TIMEOUT_MS = 10_000;
/** No answer of these services is longer. */
const BYTES_MAX = 64 * 1024 * 1024;

const readWhole = (response: Response) => readBounded(response, { sizeBytesMax: BYTES_MAX });

/** Reads until the text is found: of what was read only as much is kept as the text may have begun in. */
async function searchBody(response: Response, text: string): Promise<boolean> {
  const wanted = Buffer.from(text);
  let tail = Buffer.alloc(0);
  for await (const chunk of response.body ?? []) {
    const seen = Buffer.concat([tail, chunk]);
    if (seen.includes(wanted)) return true;
    tail = seen.subarray(-wanted.byteLength);
  }
  return false;
}

const NOT_CONNECTED = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|UND_ERR_CONNECT_TIMEOUT)$/;

/** Whether no connection came about, so that nothing was sent. */
function isNotConnected(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return NOT_CONNECTED.test(code);
}

class NotFound extends EngineError {}

function errorOf(response: Response, { text, isOrder }: { text: string; isOrder: boolean }): EngineError {
  const { status } = response;
  const message = `The engine answered HTTP ${status}: ${text.slice(0, 300)}`;
  if (status === 400 || status === 413 || status === 422) return new EngineError('INVALID_REQUEST', message);
  // What refuses an order has taken nothing of it.
  if (status === 429)
    return new EngineError('BUSY', message, { isAway: isOrder, retryAfterMs: retryAfterMs(response) });
  if (status === 404) return new NotFound('UNREACHABLE', message);
  if (status === 401 || status === 403 || status === 502 || status === 503)
    return new EngineError('UNREACHABLE', message);
  return new EngineError('FAILED', message);
}

/** Opens a way to `baseUrl`; `headers` go with every call. */
export function openHttp(baseUrl: string, headers: Readonly<Record<string, string>> = {}): Http {
  const url = (path: string) => (/^https?:/.test(path) ? path : `${baseUrl.replace(/\/+$/, '')}${path}`);

  async function call<T>(path: string, options: CallOptions, read: (response: Response) => Promise<T>): Promise<T> {
    const { method = 'GET', body, timeoutMs = TIMEOUT_MS, signal } = options;
    const isForm = body instanceof FormData;
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(url(path), {
        method,
        headers: { ...headers, ...(body && !isForm ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
        signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      });
      if (response.ok) return await read(response);
      const text = new TextDecoder().decode(await readWhole(response));
      throw errorOf(response, { text, isOrder: method === 'POST' });
    } catch (error) {
      if (error instanceof EngineError) throw error;
      if (error instanceof AnswerTooLong)
        throw new EngineError('FAILED', 'The engine sent more than it may.', { cause: error });
      if (signal?.aborted) throw abortError(signal.reason);
      // An order is a POST; what is asked afterwards, of one that was taken, is not.
      const isAway = method === 'POST' && isNotConnected(error);
      throw new EngineError('UNREACHABLE', 'The engine does not answer.', { cause: error, isAway });
    }
  }
  const bytes = (path: string, options: CallOptions = {}) => call(path, options, readWhole);
  const json = async <T>(path: string, schema: z.ZodType<T>, options?: CallOptions) => {
    const text = new TextDecoder().decode(await bytes(path, options));
    try {
      return schema.parse(JSON.parse(text));
    } catch (error) {
      throw new EngineError('FAILED', 'The engine answered something that can’t be understood.', { cause: error });
    }
  };
  const find = <T>(path: string, schema: z.ZodType<T>, options?: CallOptions) =>
    json(path, schema, options).catch((error: unknown) => {
      if (error instanceof NotFound) return undefined;
      throw error;
    });
  const holds = (path: string, text: string, options: CallOptions = {}) =>
    call(path, options, (response) => searchBody(response, text));
  return { url, bytes, json, find, holds };
}
