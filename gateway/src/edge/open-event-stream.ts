import { GraphQLError } from 'graphql';
import type { GraphQuestion } from '../execution/graph.ts';
import { declaredOf } from '../streams/plan-stream.ts';
import type { StreamPlanner } from '../streams/plan-stream.ts';
import type { Streams } from '../streams/streams.ts';
import { startAccessClock } from './access-clock.ts';
import type { Access } from './access-clock.ts';
import type { Authenticators } from './authenticate.ts';
import { createEventStream } from './event-stream.ts';

interface Streaming {
  readonly request: Request;
  readonly traceId: string;
  readonly access: Access;
}

interface StreamingWith {
  readonly planner: StreamPlanner;
  readonly streams: Streams;
  readonly authenticators: Authenticators;
}

/** A subscription for a client without WebSocket; ends with its token or its session, as a socket does. */
export function openEventStream(
  question: GraphQuestion,
  { request, traceId, access }: Streaming,
  { planner, streams, authenticators }: StreamingWith,
): Response {
  const planned = planner.plan(question.query, question.operationName ?? undefined);
  if ('errors' in planned) return Response.json({ errors: planned.errors }, { status: 400 });
  const over = new AbortController();
  const { revocations } = authenticators;
  const clock = startAccessClock({ access, revocations, onEnd: () => over.abort() });
  const variables = declaredOf(planned, question.variables ?? {});
  const ended = new GraphQLError('The access token ended. Subscribe again.', {
    extensions: { code: 'UNAUTHENTICATED' },
  });
  return createEventStream({
    events: streams.open({ plan: planned, variables, viewer: access.viewer, traceId }),
    signal: AbortSignal.any([request.signal, over.signal]),
    farewell: { errors: [ended] },
    onClose: clock.stop,
  });
}
