import { HeaderMap } from '@apollo/server';
import { newTraceId, parseTraceId, runWithTrace } from '@modu/logger';
import type { IdentityTokens } from '@modu/viewer';
import { TRACE_HEADER } from '@modu/viewer';
import type { Graph } from '../execution/graph.ts';
import { createRequestContext } from '../execution/request-context.ts';
import type { AccessTokens } from './access-tokens.ts';
import { authenticate, localeOf } from './authenticate.ts';
import type { Revocations } from './revocations.ts';

interface HttpOptions {
  readonly graph: Graph;
  readonly identity: IdentityTokens;
  readonly accessTokens: AccessTokens;
  readonly revocations: Revocations;
}

const BODY_BYTES_MAX = 100_000;
const DEADLINE_MS = 30_000;

function errorResponse(status: number, code: string, message: string): Response {
  return Response.json({ errors: [{ message, extensions: { code } }] }, { status });
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
    options,
  );
  if (!authenticated.ok) return errorResponse(401, 'UNAUTHENTICATED', 'The access token is not valid. Sign in again.');

  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(DEADLINE_MS)]);
  const context = createRequestContext({ viewer: authenticated.viewer, traceId, signal }, identity);
  const headers = new HeaderMap();
  for (const [name, value] of request.headers) headers.set(name, value);
  const answered = await graph.server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body: body.value },
    context: () => Promise.resolve(context),
  });
  const text = answered.body.kind === 'complete' ? answered.body.string : '';
  return new Response(text, { status: answered.status ?? 200, headers: Object.fromEntries(answered.headers) });
}

type Body =
  | { readonly ok: true; readonly value: unknown }
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
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ok: true, value };
    return { ok: false, status: 400, message: 'The body must be one JSON object.' };
  } catch {
    return { ok: false, status: 400, message: 'The body is not JSON.' };
  }
}
