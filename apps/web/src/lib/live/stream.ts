import type { OperationBody } from '../graph/operation-body.ts';

/** A subscription as it goes out. */
export interface LiveOperation extends OperationBody {
  readonly variables: Record<string, unknown>;
}

/** What happens to a subscription, whichever way it comes. */
export interface LiveSink<TResult> {
  readonly onNext: (data: TResult) => void;
  /** The connection stands, for the first time or again. */
  readonly onOpen: () => void;
  /** It ended with an error; asking again may help. */
  readonly onError: () => void;
  /** It ended because nobody is signed in any more; asking again helps once somebody is. */
  readonly onSignedOut: () => void;
}

/** Begins a subscription; the returned function ends it. */
export type OpenStream = <TResult>(operation: LiveOperation, sink: LiveSink<TResult>) => () => void;
