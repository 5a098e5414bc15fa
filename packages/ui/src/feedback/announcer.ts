type Listener = () => void;

const listeners = new Set<Listener>();
let latest = '';

/** Says one sentence to people who use a screen reader, politely: after what is being read now. */
export function announce(sentence: string): void {
  // The same sentence twice in a row would not change the region; a trailing no-break space makes it a change.
  latest = sentence === latest ? `${sentence}\u00a0` : sentence;
  for (const listener of listeners) listener();
}

/** For LiveRegion only. */
export function subscribeAnnouncements(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For LiveRegion only. */
export function latestAnnouncement(): string {
  return latest;
}
