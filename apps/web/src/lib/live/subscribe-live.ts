import type { TypedDocumentString } from '../graph/generated/graphql.ts';
import { operationBody } from '../graph/operation-body.ts';
import { backoffMs } from './backoff.ts';
import type { Client } from 'graphql-ws';

export interface LiveHandlers<TResult> {
  readonly onNext: (data: TResult) => void;
  /** The stream was cut and runs again: what came between may have been missed, so read the state once. */
  readonly onResume?: () => void;
}

const TRIES_AFTER_ERRORS = 8;

/**
 * Watches a subscription until the returned function is called or the server ends it. Lost connections are resumed without
 * end; a subscription the server answers with errors is tried again a few times, slower each time, and then left.
 */
export function subscribeLive<TResult, TVariables extends Record<string, unknown>>(
  document: TypedDocumentString<TResult, TVariables>,
  variables: TVariables,
  { onNext, onResume }: LiveHandlers<TResult>,
): () => void {
  let stopped = false;
  let attempt = 0;
  let stop: () => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const again = () => {
    if (stopped || attempt >= TRIES_AFTER_ERRORS) return;
    timer = setTimeout(start, backoffMs(attempt));
    attempt += 1;
  };
  const start = () => {
    // The connection is a piece of script of its own: a page is there before anything on it is live.
    import('./socket.ts').then(({ liveClient }) => stopped || listen(liveClient()), again);
  };
  const listen = (client: Client) => {
    let opened = 0;
    const off = client.on('connected', () => {
      opened += 1;
      if (opened > 1) onResume?.();
    });
    const unsubscribe = client.subscribe<TResult>(
      { query: '', ...operationBody(document), variables },
      {
        next: ({ data, errors }) => {
          if (errors !== undefined || !data) return;
          attempt = 0;
          onNext(data);
        },
        error: () => {
          off();
          again();
        },
        complete: off,
      },
    );
    stop = () => {
      off();
      unsubscribe();
    };
  };

  start();
  return () => {
    stopped = true;
    clearTimeout(timer);
    stop();
  };
}
