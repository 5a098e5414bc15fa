import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface Follower {
  /** The numbers of the events that arrived, in order. */
  readonly seen: readonly number[];
  /** How often it came back. */
  returns(): number;
  /** Breaks its own connection. */
  cut(): void;
  stop(): Promise<void>;
}

const QUERY = 'subscription ($after: Int) { jobUpdates(after: $after) { id status seq } }';
const RETURN_MS = 5;

/** A client as docs/partners.md asks for: after a cut it comes back with the last number it saw. */
export function follow({ url, token }: { url: string; token: string }): Follower {
  const seen: number[] = [];
  let client: Client | undefined;
  let socket: WebSocket | undefined;
  let returns = -1;
  let isOver = false;

  const readOnce = async () => {
    const current = createClient({
      url,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { authorization: `Bearer ${token}` },
      on: { opened: (opened) => void (socket = opened as WebSocket) },
    });
    client = current;
    const variables = { after: seen.at(-1) ?? 0 };
    for await (const { data, errors } of current.iterate<{ jobUpdates: { seq: number } }>({
      query: QUERY,
      variables,
    })) {
      // Too slow, or its upstream was lost for good: both say so, and coming back helps.
      if (errors || !data) return;
      seen.push(data.jobUpdates.seq);
    }
  };
  const reading = (async () => {
    while (!isOver) {
      returns += 1;
      await readOnce().catch(() => undefined);
      await client?.dispose();
      await pause(RETURN_MS);
    }
  })();
  return {
    seen,
    returns: () => returns,
    cut: () => socket?.terminate(),
    stop: async () => {
      isOver = true;
      socket?.terminate();
      await reading;
    },
  };
}
