import { nextConnection, stateOf } from './connection.ts';
import type { Connection, ConnectionEvent, ConnectionState } from './connection.ts';

let now: Connection = { socket: 'idle', isOnline: typeof navigator === 'undefined' || navigator.onLine };
const listeners = new Set<() => void>();
const renewals = new Set<() => void>();

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

/** Hears that what is watched begins anew. */
export function onRenewLive(listener: () => void): () => void {
  renewals.add(listener);
  return () => renewals.delete(listener);
}

/** Ends the connection and begins anew all that is watched: another person, or another session, from here on. */
export function renewLive(): void {
  for (const listener of renewals) listener();
}

if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => happen('went-offline'));
  window.addEventListener('online', () => happen('went-online'));
}
