import { currentTraceId, newTraceId, parseTraceId, runWithTrace } from '@modu/logger';
import { inSpan } from '@modu/tracing';
import type { Logger } from '@modu/logger';
import type { Viewer } from '@modu/viewer';
import { TRACE_HEADER } from '@modu/viewer';
import type { Graph } from '../execution/graph.ts';
import type { AdmittedOperation, FrontDoor, TurnedAway } from '../front-door/front-door.ts';
import type { Published } from '../published/published.ts';
import type { StreamPlanner } from '../streams/plan-stream.ts';
import type { Streams } from '../streams/streams.ts';
import type { GatewayMetrics } from '../telemetry/metrics.ts';
import { authenticate, localeOf } from './authenticate.ts';
import type { Authenticators } from './authenticate.ts';
import type { Compression } from './compress.ts';
import type { Cors } from './cors.ts';
import { wantsEventStream } from './event-stream.ts';
import { openEventStream } from './open-event-stream.ts';
import { readBody } from './read-body.ts';

interface HttpOptions {
  readonly graph: Graph;
  readonly planner: StreamPlanner;
  readonly streams: Streams;
  readonly authenticators: Authenticators;
  readonly frontDoor: FrontDoor;
  readonly cors: Cors;
  readonly published: Published;
  readonly metrics: GatewayMetrics;
  readonly logger: Logger;
  readonly compression: Compression;
}

const DEADLINE_MS = 30_000;

/** `/graphql` over HTTP: POST with JSON, and what is published for GET. The answer carries the trace id in `x-trace-id`. */
export function createHttpHandler(options: HttpOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method === 'OPTIONS') return options.cors.preflight(request);
    const published = await options.published.answer(request);
    if (published) return published;
    const traceId = parseTraceId(request.headers.get(TRACE_HEADER)) ?? currentTraceId() ?? newTraceId();
    return runWithTrace(traceId, async () => {
      const response = options.cors.allow(request, await handle(request, traceId, options));
      response.headers.set(TRACE_HEADER, traceId);
      response.headers.set('cache-control', 'no-store');
      response.headers.set('x-content-type-options', 'nosniff');
      return response;
    });
  };
}

async function handle(request: Request, traceId: string, options: HttpOptions): Promise<Response> {
  const turnAway = (away: TurnedAway) => {
    options.metrics.refused(away.code);
    return refusal(away);
  };
  if (new URL(request.url).pathname !== '/graphql') {
    return turnAway({ ok: false, status: 404, code: 'NOT_FOUND', message: 'The graph is at /graphql.' });
  }
  if (request.method !== 'POST') {
    return turnAway({ ok: false, status: 405, code: 'BAD_REQUEST', message: 'Send a POST with a JSON body.' });
  }
  const body = await readBody(request);
  if (!body.ok) return turnAway({ ...body, code: 'BAD_REQUEST' });
  const address = addressOf(request);
  const credentials = {
    authorization: request.headers.get('authorization'),
    locale: localeOf(request.headers),
    address,
  };
  const authenticated = await authenticate(credentials, options.authenticators).catch((error: unknown) => {
    options.logger.error({ err: error }, 'identity could not be asked who this is');
    return undefined;
  });
  if (!authenticated) return turnAway(cannotTell());
  if (!authenticated.ok) return turnAway(unknownCaller(authenticated.retryAfterMs));
  const { viewer } = authenticated;
  const admitted = await options.frontDoor.admit({ body: body.value, viewer, address: address ?? 'unknown' });
  if (!admitted.ok) return turnAway(admitted);
  if (wantsEventStream(request)) return openEventStream(admitted, { request, traceId, access: authenticated }, options);
  return run(admitted, { request, traceId, viewer }, options);
}

const IDENTITY_AWAY_MS = 2_000;

/** Nobody is turned into nobody because identity is away for a moment: that would end sessions in every client. */
function cannotTell(): TurnedAway {
  const message = 'We cannot check who you are at the moment. Try again in a few seconds.';
  return { ok: false, status: 503, code: 'UNAVAILABLE', message, retryAfterMs: IDENTITY_AWAY_MS };
}

function unknownCaller(retryAfterMs: number | undefined): TurnedAway {
  if (retryAfterMs === undefined) {
    const message = 'The access token is not valid. Sign in again.';
    return { ok: false, status: 401, code: 'UNAUTHENTICATED', message };
  }
  const message = 'This key has asked too often. Wait and try again.';
  return { ok: false, status: 429, code: 'RATE_LIMITED', message, retryAfterMs };
}

interface Asking {
  readonly request: Request;
  readonly traceId: string;
  readonly viewer: Viewer;
}

/** Runs an operation, as a span and counted under its name. */
async function run(operation: AdmittedOperation, asking: Asking, options: HttpOptions): Promise<Response> {
  const { name, cost } = operation;
  const startedAtMs = performance.now();
  const attributes = { 'graphql.operation.name': name, 'modu.cost': cost };
  const { response, outcome } = await inSpan(`graphql ${name}`, { attributes }, () =>
    execute(operation, asking, options),
  );
  options.metrics.answered({ operation: name, outcome, cost, seconds: (performance.now() - startedAtMs) / 1_000 });
  return response;
}

async function execute(operation: AdmittedOperation, asking: Asking, { graph, compression }: HttpOptions) {
  const { request, traceId, viewer } = asking;
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(DEADLINE_MS)]);
  const context = { viewer, traceId, signal };
  // What an operation may cost is told to those who wrote it.
  const answered = await graph.answer(operation, context, operation.trusted ? undefined : { cost: operation.cost });
  if (signal.aborted) {
    const message = 'The request took too long. Ask for less, or try again.';
    return { response: refusal({ ok: false, status: 504, code: 'TIMEOUT', message }), outcome: 'given_up' as const };
  }
  const { body, headers } = await compression.encode(request, answered.text);
  const all = { 'content-type': 'application/json; charset=utf-8', ...headers };
  return { response: new Response(body, { status: answered.status, headers: all }), outcome: answered.outcome };
}

function refusal({ status, code, message, retryAfterMs }: TurnedAway): Response {
  const extensions = { code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  const response = Response.json({ errors: [{ message, extensions }] }, { status });
  if (retryAfterMs !== undefined) response.headers.set('retry-after', String(Math.ceil(retryAfterMs / 1_000)));
  return response;
}

/** The host names the client's address, and strips what a client says of itself. */
function addressOf(request: Request): string | undefined {
  return request.headers.get('x-forwarded-for')?.split(',')[0]?.trim() || undefined;
}
