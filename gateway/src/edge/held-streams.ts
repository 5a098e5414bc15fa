import type { ExecutionResult } from 'graphql';

type Events = AsyncIterableIterator<ExecutionResult>;

/** A place for one stream of a socket. */
export interface StreamPlace {
  /** Opens the stream; one that ends at once when the socket is gone by now. */
  hold(open: () => Events): Events;
  /** Makes room: the stream is over, or was refused. */
  leave(): void;
}

export interface HeldStreams {
  readonly isClosed: boolean;
  /** A place for one more; `undefined` when there are as many as there may be. */
  enter(): StreamPlace | undefined;
  /** The socket is gone: ends its streams, and none is opened from now on. */
  close(): void;
}

/**
 * The streams of one socket, each for itself: graphql-ws knows them by the ids that a client gives, and of two under one id only
 * the last.
 */
export function createHeldStreams(most: number): HeldStreams {
  const places = new Set<{ events?: Events }>();
  let isClosed = false;
  return {
    get isClosed() {
      return isClosed;
    },
    enter: () => {
      if (places.size >= most) return undefined;
      const place: { events?: Events } = {};
      places.add(place);
      return {
        hold: (open) => (isClosed ? nothing() : (place.events = open())),
        leave: () => void places.delete(place),
      };
    },
    close: () => {
      isClosed = true;
      for (const { events } of places) void events?.return?.();
      places.clear();
    },
  };
}

async function* nothing(): Events {}
