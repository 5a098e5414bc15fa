import { backoffMs } from './backoff.ts';

/** How live events come: over a WebSocket, or as server-sent events where a network lets no WebSocket through. */
export type Transport = 'socket' | 'events';

/** Failed tries in a row after which the other transport has its turn. */
const TRIES = 2;

/**
 * Chooses the transport of this tab. One that opened stays; one that fails twice in a row leaves its place to the other, so a blocked
 * WebSocket is overcome in under a second and a server that is down is asked for either way, ever more slowly.
 */
export function createChoice() {
  let transport: Transport = 'socket';
  let failures = 0;
  const listeners = new Set<() => void>();
  const turn = () => {
    transport = transport === 'socket' ? 'events' : 'socket';
    for (const listener of listeners) listener();
  };
  return {
    transport: (): Transport => transport,
    opened: (): void => {
      failures = 0;
    },
    /** A try of the transport in use did not open. Without a network that says nothing about either. */
    failed: (of: Transport, { isOnline }: { readonly isOnline: boolean }): void => {
      if (of !== transport || !isOnline) return;
      failures += 1;
      if (failures % TRIES === 0) turn();
    },
    /** Whoever is answered by silence need not try twice. */
    silent: (of: Transport): void => {
      if (of !== transport) return;
      failures += TRIES - (failures % TRIES);
      turn();
    },
    /** How long to wait before the next try. */
    waitMs: (): number => backoffMs(failures),
    onTurn: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** That of this tab. */
export const choice = createChoice();
