/** A value that outlives a reload, kept in the browser and seen by every tab. */
export interface KeptValue<T> {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Keys that begin so hold what one person wrote; they are forgotten at sign-out. */
export const OWN_PREFIX = 'modu.own.';

const ownResets = new Set<() => void>();

/** Forgets everything the person wrote in this browser, in storage and in memory. */
export function forgetOwn(storage: Storage = localStorage): void {
  for (const key of Object.keys(storage)) if (key.startsWith(OWN_PREFIX)) storage.removeItem(key);
  for (const reset of ownResets) reset();
}

export interface KeptValueOptions<T> {
  /** The storage key; one owner each. Begins with OWN_PREFIX when it holds what a person wrote. */
  readonly key: string;
  /** Turns what was stored (JSON, perhaps by an older version or by hand) into a value; never throws. */
  readonly parse: (stored: unknown) => T;
  readonly storage?: Storage;
}

/** Makes a kept value. When storage is full or refused the value still works until the page closes. */
export function createKeptValue<T>({ key, parse, storage = localStorage }: KeptValueOptions<T>): KeptValue<T> {
  const listeners = new Set<() => void>();
  let value = parse(readJson({ storage, key }));
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const readAgain = () => {
    value = parse(readJson({ storage, key }));
    tell();
  };
  const onStorage = (event: StorageEvent) => {
    if (event.storageArea === storage && event.key === key) readAgain();
  };
  if (key.startsWith(OWN_PREFIX)) ownResets.add(readAgain);
  return {
    get: () => value,
    set: (next) => {
      value = next;
      writeJson({ storage, key, value: next });
      tell();
    },
    subscribe: (listener) => {
      if (listeners.size === 0) window.addEventListener('storage', onStorage);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) window.removeEventListener('storage', onStorage);
      };
    },
  };
}

function readJson({ storage, key }: { storage: Storage; key: string }): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null') as unknown;
  } catch {
    return null;
  }
}

function writeJson({ storage, key, value }: { storage: Storage; key: string; value: unknown }): void {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch {
    // Full or refused (private windows): the value lives on in memory, which is all that can be promised.
  }
}
