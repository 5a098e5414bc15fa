import { setTimeout as sleep } from 'node:timers/promises';
import { AnswerTooLong, readBounded, retryAfterMs } from '@modu/http-calls';
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
const COMPLAINT_BYTES_MAX = 2_000;

/** Asks the service, again when it is busy or away: three times in all. @throws SpeechError UNAVAILABLE or REFUSED */
export async function askApi(api: SpeechApi, asked: Asked): Promise<Uint8Array> {
  for (let attempt = 1; ; attempt++) {
    const answer = await tryOnce(api, asked);
    if (answer.bytes) return answer.bytes;
    if (!answer.isPassing || attempt === TRIES)
      throw new SpeechError(answer.isPassing ? 'UNAVAILABLE' : 'REFUSED', answer.complaint);
    const pauseMs = answer.pauseMs ?? (api.retryAfterMs ?? RETRY_AFTER_MS) * 4 ** (attempt - 1);
    await sleep(Math.min(pauseMs, RETRY_AFTER_MS_MAX), undefined, asked).catch(() => asked.signal.throwIfAborted());
  }
}

interface Answer {
  readonly bytes?: Uint8Array;
  readonly isPassing: boolean;
  readonly complaint: string;
  /** What the service asks for before the next try. */
  readonly pauseMs?: number | undefined;
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
    if (response.ok)
      return { bytes: await readBounded(response, { sizeBytesMax: answerBytesMax }), isPassing: false, complaint: '' };
    const said = await readBounded(response, { sizeBytesMax: COMPLAINT_BYTES_MAX, cut: true });
    const isPassing = response.status === 429 || response.status >= 500;
    return { isPassing, complaint: `HTTP ${response.status}: ${said.toString()}`, pauseMs: retryAfterMs(response) };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AnswerTooLong) throw new SpeechError('REFUSED', error.message, { cause: error });
    return { isPassing: true, complaint: String(error) };
  }
}
