/** Does a piece of work alone among the tabs of this browser: another that wants the same waits until it has ended. */
export type Alone = <T>(key: string, work: () => Promise<T>, signal: AbortSignal) => Promise<T>;

/** Does a piece of work only where no tab of this browser is at it; tells whether it was done. */
export type IfFree = (key: string, work: () => void) => Promise<boolean>;

interface LockOptions {
  readonly signal?: AbortSignal;
  readonly ifAvailable?: boolean;
}

interface Locks {
  request<T>(name: string, options: LockOptions, work: (lock: object | null) => Promise<T>): Promise<T>;
}

const nameOf = (key: string) => `modu-upload:${key}`;

/** By the browser's own locks: a tab that is closed or reloaded lets go by itself. Without them tabs do not wait. */
export function aloneBy(locks: Locks | undefined): Alone {
  return (key, work, signal) => (locks ? locks.request(nameOf(key), { signal }, work) : work());
}

/** By the same locks. Without them all is taken for free, and done at once. */
export function ifFreeBy(locks: Locks | undefined): IfFree {
  return async (key, work) => {
    const done = (lock: object | null | undefined) => {
      if (lock === null) return false;
      work();
      return true;
    };
    return locks ? locks.request(nameOf(key), { ifAvailable: true }, async (lock) => done(lock)) : done(undefined);
  };
}
