/** A value that outlives a reload, kept in the browser and seen by every tab. */
export interface KeptValue<T> {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Keys that begin so hold what one person wrote; they are forgotten at sign-out, or when somebody else comes (`own.ts`). */
export const OWN_PREFIX = 'modu.own.';

export interface KeptValueOptions<T> {
  /** The storage key; one owner each. Begins with OWN_PREFIX when it holds what a person wrote. */
  readonly key: string;
  /** Turns what was stored (JSON, perhaps by an older version or by hand) into a value; never throws. */
  readonly parse: (stored: unknown) => T;
}

/**
 * Makes a kept value, one for as long as the page is open. What is stored is looked at whenever it is asked for: another tab may have
 * written meanwhile. When storage is full or refused the value still works until the page closes.
 */
export function createKeptValue<T>({ key, parse }: KeptValueOptions<T>): KeptValue<T> {
  const listeners = new Set<() => void>();
  let stored: string | null | undefined;
  let value: T;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  window.addEventListener('storage', (event) => {
    if (event.key === key) tell();
  });
  return {
    get: () => {
      const now = localStorage.getItem(key);
      if (now !== stored) {
        stored = now;
        value = parse(fromJson(now));
      }
      return value;
    },
    set: (next) => {
      value = next;
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Full or refused (private windows): the value lives on in memory, which is all that can be promised.
      }
      stored = localStorage.getItem(key);
      tell();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function fromJson(stored: string | null): unknown {
  try {
    return JSON.parse(stored ?? 'null') as unknown;
  } catch {
    return null;
  }
}
