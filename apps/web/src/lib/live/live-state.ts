import { nextConnection, stateOf } from './connection.ts';
import type { Connection, ConnectionEvent, ConnectionState } from './connection.ts';

let now: Connection = { socket: 'idle', isOnline: typeof navigator === 'undefined' || navigator.onLine };
const listeners = new Set<() => void>();
const ends = new Set<() => Promise<void>>();

/** Tells what happened to the live connection. */
export function happen(event: ConnectionEvent): void {
  now = nextConnection(now, event);
  for (const listener of listeners) listener();
}

/** The state of the live connection, for useSyncExternalStore; here without the script that makes the connection. */
export const connection = {
  get: (): ConnectionState => stateOf(now),
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Registers what ends a connection that was opened. */
export function onEndLive(end: () => Promise<void>): void {
  ends.add(end);
}

/** Ends the connection: signed out, or another person or language from here on. The next subscription opens a new one. */
export async function endLive(): Promise<void> {
  await Promise.all([...ends].map((end) => end()));
  happen('closed');
}

if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => happen('went-offline'));
  window.addEventListener('online', () => happen('went-online'));
}
