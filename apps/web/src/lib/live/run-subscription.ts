import type { TypedDocumentString } from '../graph/generated/graphql.ts';
import { operationBody } from '../graph/operation-body.ts';
import { backoffMs } from './backoff.ts';
import { choice } from './choice.ts';
import type { Transport } from './choice.ts';
import { onRenewLive } from './live-state.ts';
import type { OpenStream } from './stream.ts';

export interface LiveHandlers<TResult> {
  readonly onNext: (data: TResult) => void;
  /** The stream was cut and runs again: what came between may have been missed, so read the state once. */
  readonly onResume?: () => void;
}

// Each a piece of script of its own: few networks need the second.
const TRANSPORTS: Readonly<Record<Transport, () => Promise<OpenStream>>> = {
  socket: async () => (await import('./socket.ts')).openOnSocket,
  events: async () => (await import('./event-streams.ts')).openAsEvents,
};

/**
 * Runs a subscription until the returned function is called or the server ends it. Lost connections are resumed without end, over
 * the other transport if need be; a subscription the server answers with errors is tried again, slower each time. While nobody is
 * signed in it waits for who comes.
 */
export function runSubscription<TResult, TVariables extends Record<string, unknown>>(
  document: TypedDocumentString<TResult, TVariables>,
  variables: TVariables,
  { onNext, onResume }: LiveHandlers<TResult>,
): () => void {
  const operation = { ...operationBody(document), variables };
  let run = 0;
  let attempt = 0;
  let hasRun = false;
  let end: () => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stop = () => {
    run += 1;
    clearTimeout(timer);
    end();
    end = () => undefined;
  };
  const again = () => {
    stop();
    timer = setTimeout(start, backoffMs(attempt));
    attempt += 1;
  };
  const start = () => {
    stop();
    const own = run;
    const isCurrent = () => own === run;
    const sink = {
      onNext: (data: TResult) => {
        attempt = 0;
        if (isCurrent()) onNext(data);
      },
      onOpen: () => {
        if (hasRun && isCurrent()) onResume?.();
        hasRun = true;
      },
      onError: () => {
        if (isCurrent()) again();
      },
      onSignedOut: () => {
        if (isCurrent()) stop();
      },
    };
    TRANSPORTS[choice.transport()]().then(
      (open) => {
        if (isCurrent()) end = open(operation, sink);
      },
      () => {
        if (isCurrent()) again();
      },
    );
  };
  const offTurn = choice.onTurn(start);
  const offRenewal = onRenewLive(() => {
    attempt = 0;
    start();
  });

  start();
  return () => {
    offTurn();
    offRenewal();
    stop();
  };
}
