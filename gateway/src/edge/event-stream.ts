import type { ExecutionResult } from 'graphql';

const HEARTBEAT_MS = 12_000;

interface EventStreamOptions {
  readonly events: AsyncIterableIterator<ExecutionResult>;
  /** Ends the stream: the client is gone, its token ended, or its session did. */
  readonly signal: AbortSignal;
  /** Said last when the signal ended the stream while the client was still there. */
  readonly farewell: ExecutionResult;
  /** Called once when the stream is over, however it ended. */
  onClose(): void;
}

/**
 * A subscription over HTTP, for clients without WebSocket: server-sent events as GraphQL over SSE has them in its mode of
 * distinct connections. Comments keep proxies from closing a quiet stream. Events are taken only as fast as the client reads.
 */
export function createEventStream({ events, signal, farewell, onClose }: EventStreamOptions): Response {
  const encoder = new TextEncoder();
  const next = (result: ExecutionResult) => encoder.encode(`event: next\ndata: ${JSON.stringify(result)}\n\n`);
  const complete = encoder.encode('event: complete\ndata:\n\n');
  let heartbeat: NodeJS.Timeout | undefined;
  let isDone = false;

  const finish = () => {
    isDone = true;
    clearInterval(heartbeat);
    onClose();
    void events.return?.();
  };

  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      heartbeat = setInterval(() => controller.enqueue(encoder.encode(':\n\n')), HEARTBEAT_MS);
      const stop = () => {
        if (isDone) return;
        finish();
        controller.enqueue(next(farewell));
        controller.enqueue(complete);
        controller.close();
      };
      if (signal.aborted) return stop();
      signal.addEventListener('abort', stop, { once: true });
    },
    pull: async (controller) => {
      const event = await events.next();
      if (isDone) return;
      if (!event.done) return controller.enqueue(next(event.value));
      finish();
      controller.enqueue(complete);
      controller.close();
    },
    cancel: finish,
  });
  const headers = {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  };
  return new Response(body, { headers });
}

export function wantsEventStream(request: Request): boolean {
  return /\btext\/event-stream\b/.test(request.headers.get('accept') ?? '');
}
