/** What happened to the session of this browser. `renewed`: the same person signed in again where they were. */
export type SessionChange = 'signed-in' | 'signed-out' | 'expired' | 'renewed';

type Listener = (change: SessionChange) => void;

const listeners = new Set<Listener>();
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('modu-session');

channel?.addEventListener('message', (event: MessageEvent<SessionChange>) => {
  for (const listener of listeners) listener(event.data);
});

/** Tells this tab and all others. `expired` stays in this tab: the others find out with their next request. */
export function tellSessionChange(change: SessionChange): void {
  for (const listener of listeners) listener(change);
  if (change !== 'expired') channel?.postMessage(change);
}

/** Hears of changes from this tab and the others. */
export function onSessionChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
