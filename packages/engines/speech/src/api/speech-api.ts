import { SpeechError } from '../speech-error.ts';

/** A service that speaks OpenAI's language of audio. */
export interface SpeechApi {
  /** As `https://api.openai.com/v1`. */
  readonly baseUrl: string;
  readonly apiKey?: string;
  /** For one answer. */
  readonly timeoutMs?: number;
  /** The pause before the first repeat; it grows fourfold. */
  readonly retryAfterMs?: number;
}

interface Asked {
  readonly path: string;
  readonly body: () => string | FormData;
  readonly contentType?: string;
  readonly answerBytesMax: number;
  readonly signal: AbortSignal;
}

const TIMEOUT_MS = 60_000;
const RETRY_AFTER_MS = 500;
const RETRY_AFTER_MS_MAX = 10_000;
const TRIES = 3;

/** Asks the service, again when it is busy or away: three times in all. @throws SpeechError UNAVAILABLE or REFUSED */
export async function askApi(api: SpeechApi, asked: Asked): Promise<Uint8Array> {
  for (let attempt = 1; ; attempt++) {
    const answer = await tryOnce(api, asked);
    if (answer.bytes) return answer.bytes;
    if (!answer.isPassing || attempt === TRIES)
      throw new SpeechError(answer.isPassing ? 'UNAVAILABLE' : 'REFUSED', answer.complaint);
    const pauseMs = answer.retryAfterMs ?? (api.retryAfterMs ?? RETRY_AFTER_MS) * 4 ** (attempt - 1);
    await pause(Math.min(pauseMs, RETRY_AFTER_MS_MAX), asked.signal);
  }
}

interface Answer {
  readonly bytes?: Uint8Array;
  readonly isPassing: boolean;
  readonly complaint: string;
  readonly retryAfterMs?: number;
}

async function tryOnce(
  { baseUrl, apiKey, timeoutMs = TIMEOUT_MS }: SpeechApi,
  { path, body, contentType, answerBytesMax, signal }: Asked,
): Promise<Answer> {
  const headers = new Headers();
  if (apiKey) headers.set('authorization', `Bearer ${apiKey}`);
  if (contentType) headers.set('content-type', contentType);
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  try {
    const url = `${baseUrl.replace(/\/+$/u, '')}${path}`;
    const response = await fetch(url, { method: 'POST', headers, body: body(), signal: deadline, redirect: 'error' });
    const bytes = await readBounded(response, response.ok ? answerBytesMax : 2_000);
    if (response.ok) return { bytes, isPassing: false, complaint: '' };
    const isPassing = response.status === 429 || response.status >= 500;
    const complaint = `HTTP ${response.status}: ${Buffer.from(bytes).toString()}`;
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return { isPassing, complaint, ...(Number.isFinite(seconds) ? { retryAfterMs: seconds * 1000 } : {}) };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SpeechError) throw error;
    return { isPassing: true, complaint: String(error) };
  }
}

async function readBounded(response: Response, bytesMax: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of response.body ?? []) {
    sizeBytes += chunk.byteLength;
    // Leaving the loop cancels the body.
    if (sizeBytes > bytesMax && !response.ok) break;
    if (sizeBytes > bytesMax) throw new SpeechError('REFUSED', `The answer is over ${bytesMax} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const onAbort = () => reject(signal.reason as Error);
  const timer = setTimeout(resolve, ms);
  signal.addEventListener('abort', onAbort, { once: true });
  return promise.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  });
}
