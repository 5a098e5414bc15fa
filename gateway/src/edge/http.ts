import { newTraceId, parseTraceId, runWithTrace } from '@modu/logger';
import type { IdentityTokens } from '@modu/viewer';
import { TRACE_HEADER } from '@modu/viewer';
import { z } from 'zod';
import type { Graph, GraphQuestion } from '../execution/graph.ts';
import { createRequestContext } from '../execution/request-context.ts';
import { authenticate, localeOf } from './authenticate.ts';
import type { Authenticators } from './authenticate.ts';

interface HttpOptions {
  readonly graph: Graph;
  readonly identity: IdentityTokens;
  readonly authenticators: Authenticators;
}

const BODY_BYTES_MAX = 100_000;
const DEADLINE_MS = 30_000;

function errorResponse(status: number, code: string, message: string): Response {
  return Response.json({ errors: [{ message, extensions: { code } }] }, { status });
}

function tooMany(retryAfterMs: number): Response {
  const response = errorResponse(429, 'RATE_LIMITED', 'This key has asked too often. Wait and try again.');
  response.headers.set('retry-after', String(Math.ceil(retryAfterMs / 1_000)));
  return response;
}

/** `/graphql` over HTTP: POST with JSON. The answer carries the trace id in `x-trace-id`. */
export function createHttpHandler(options: HttpOptions): (request: Request) => Promise<Response> {
  return (request) => {
    const traceId = parseTraceId(request.headers.get(TRACE_HEADER)) ?? newTraceId();
    return runWithTrace(traceId, async () => {
      const response = await handle(request, traceId, options);
      response.headers.set(TRACE_HEADER, traceId);
      return response;
    });
  };
}

async function handle(request: Request, traceId: string, options: HttpOptions): Promise<Response> {
  const { graph, identity } = options;
  if (request.method !== 'POST') return errorResponse(405, 'BAD_REQUEST', 'Send a POST with a JSON body.');
  const body = await readBody(request);
  if (!body.ok) return errorResponse(body.status, 'BAD_REQUEST', body.message);
  const authenticated = await authenticate(
    { authorization: request.headers.get('authorization'), locale: localeOf(request.headers) },
    options.authenticators,
  );
  if (!authenticated.ok && authenticated.retryAfterMs) return tooMany(authenticated.retryAfterMs);
  if (!authenticated.ok) return errorResponse(401, 'UNAUTHENTICATED', 'The access token is not valid. Sign in again.');

  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(DEADLINE_MS)]);
  const context = createRequestContext({ viewer: authenticated.viewer, traceId, signal }, identity);
  const answered = await graph.answer(body.value, context);
  if (signal.aborted) return errorResponse(504, 'TIMEOUT', 'The request took too long. Ask for less, or try again.');
  return new Response(answered.text, {
    status: answered.status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}

const question = z.object({
  query: z.string().min(1),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

type Body =
  | { readonly ok: true; readonly value: GraphQuestion }
  | { readonly ok: false; readonly status: number; readonly message: string };

async function readBody(request: Request): Promise<Body> {
  const tooLarge: Body = { ok: false, status: 413, message: `The body may have ${BODY_BYTES_MAX} bytes at most.` };
  if (!/^application\/(graphql-response\+)?json\b/.test(request.headers.get('content-type') ?? '')) {
    return { ok: false, status: 415, message: 'The content type must be application/json.' };
  }
  if (Number(request.headers.get('content-length') ?? 0) > BODY_BYTES_MAX) return tooLarge;
  const text = await request.text();
  if (text.length > BODY_BYTES_MAX) return tooLarge;
  try {
    const value: unknown = JSON.parse(text);
    const parsed = question.safeParse(value);
    if (parsed.success) return { ok: true, value: parsed.data };
    return { ok: false, status: 400, message: 'The body must be one JSON object with a "query".' };
  } catch {
    return { ok: false, status: 400, message: 'The body is not JSON.' };
  }
}
