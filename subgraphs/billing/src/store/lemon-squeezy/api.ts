import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { PaymentProviderError } from '../../domain/payment/provider.ts';
import type { LemonSqueezySettings } from './settings.ts';

/** Their API, one answer at a time: JSON:API over HTTP with a deadline, and a few more tries when it makes sense. */
export interface LemonSqueezyApi {
  get(path: string): Promise<unknown>;
  /** Like `get`, for what nobody waits for: at such a pace that most of what the provider allows is left to people. */
  getAtLeisure(path: string): Promise<unknown>;
  send(method: 'POST' | 'PATCH' | 'DELETE', path: string, data?: unknown): Promise<unknown>;
}

export interface ApiTimes {
  readonly deadlineMs: number;
  readonly attemptsMax: number;
  readonly firstWaitMs: number;
  /** Before each question that nobody waits for. */
  readonly leisureMs: number;
}

/** 150 questions a minute at leisure are half of the 300 that they allow a key. */
const TIMES: ApiTimes = { deadlineMs: 10_000, attemptsMax: 4, firstWaitMs: 500, leisureMs: 400 };
const WAIT_MAX_MS = 10_000;
const BODY_BYTES_MAX = 5_000_000;
const MEDIA = 'application/vnd.api+json';
const problem = z.object({
  errors: z.array(z.object({ detail: z.string().optional(), title: z.string().optional() })),
});

export function createLemonSqueezyApi(
  settings: LemonSqueezySettings,
  times: ApiTimes = TIMES,
  delay: (ms: number) => Promise<unknown> = sleep,
): LemonSqueezyApi {
  const ask = async (method: string, path: string, data?: unknown): Promise<unknown> => {
    for (let attempt = 1; ; attempt++) {
      const outcome = await askOnce(settings, { method, path, data, deadlineMs: times.deadlineMs });
      if (!(outcome instanceof Unanswered)) return outcome;
      if (attempt >= times.attemptsMax) {
        throw new PaymentProviderError('UNREACHABLE', `Lemon Squeezy did not answer ${method} ${path}.`, {
          cause: outcome,
        });
      }
      await delay(Math.min(outcome.waitMs ?? times.firstWaitMs * 2 ** (attempt - 1), WAIT_MAX_MS));
    }
  };
  const get = (path: string) => ask('GET', path);
  const getAtLeisure = async (path: string) => {
    await delay(times.leisureMs);
    return get(path);
  };
  return { get, getAtLeisure, send: ask };
}

/** No answer that would settle the question: worth another try. */
class Unanswered extends Error {
  readonly waitMs: number | undefined;

  constructor(message: string, { waitMs, cause }: { readonly waitMs?: number; readonly cause?: unknown } = {}) {
    super(message, { cause });
    this.waitMs = waitMs;
  }
}

interface Question {
  readonly method: string;
  readonly path: string;
  readonly data: unknown;
  readonly deadlineMs: number;
}

async function askOnce(settings: LemonSqueezySettings, { method, path, data, deadlineMs }: Question): Promise<unknown> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(new URL(path, settings.apiUrl), {
      method,
      headers: { accept: MEDIA, 'content-type': MEDIA, authorization: `Bearer ${settings.apiKey}` },
      ...(data === undefined ? {} : { body: JSON.stringify({ data }) }),
      redirect: 'error',
      signal: AbortSignal.timeout(deadlineMs),
    });
    text = await response.text();
  } catch (cause) {
    return new Unanswered('no connection, or no answer in time', { cause });
  }
  if (response.status === 429 || response.status >= 500) {
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return new Unanswered(`status ${response.status}`, Number.isFinite(seconds) ? { waitMs: seconds * 1_000 } : {});
  }
  if (text.length > BODY_BYTES_MAX)
    throw new PaymentProviderError('REFUSED', `${method} ${path} answered far too much.`);
  const body = parse(text);
  if (response.ok) return body;
  const said = problem
    .safeParse(body)
    .data?.errors.map(({ detail, title }) => detail ?? title)
    .join('; ');
  throw new PaymentProviderError(
    'REFUSED',
    `${method} ${path} was refused with ${response.status}: ${said ?? 'no reason'}.`,
  );
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
