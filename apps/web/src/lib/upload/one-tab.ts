/** Does a piece of work alone among the tabs of this browser: another that wants the same waits until it has ended. */
export type Alone = <T>(key: string, work: () => Promise<T>, signal: AbortSignal) => Promise<T>;

/** Does a piece of work only where no tab of this browser is at it; tells whether it was done. */
export type IfFree = (key: string, work: () => void) => Promise<boolean>;

/** Keeps a paused upload from being given up by other tabs, until the signal; one of them may still go on with it. */
export type HoldPaused = (key: string, until: AbortSignal) => void;

interface LockOptions {
  readonly signal?: AbortSignal;
  readonly ifAvailable?: boolean;
}

interface Locks {
  request<T>(name: string, options: LockOptions, work: (lock: object | null) => Promise<T>): Promise<T>;
}

const nameOf = (key: string) => `modu-upload:${key}`;
const pausedNameOf = (key: string) => `modu-upload-paused:${key}`;

/** By the browser's own locks: a tab that is closed or reloaded lets go by itself. Without them tabs do not wait. */
export function aloneBy(locks: Locks | undefined): Alone {
  return (key, work, signal) => (locks ? locks.request(nameOf(key), { signal }, work) : work());
}

/** By the same locks: no tab sends it, and none has paused it. Without them all is taken for free, and done at once. */
export function ifFreeBy(locks: Locks | undefined): IfFree {
  return async (key, work) => {
    if (!locks) {
      work();
      return true;
    }
    const whenFree = (name: string, then: () => Promise<boolean> | boolean) =>
      locks.request(name, { ifAvailable: true }, async (lock) => lock !== null && then());
    return whenFree(pausedNameOf(key), () =>
      whenFree(nameOf(key), () => {
        work();
        return true;
      }),
    );
  };
}

/** By a lock beside those of what is sent: another tab that is given the file need not wait for this one. */
export function holdPausedBy(locks: Locks | undefined): HoldPaused {
  return (key, until) => {
    const held = () => new Promise<void>((over) => until.addEventListener('abort', () => over(), { once: true }));
    locks?.request(pausedNameOf(key), { signal: until }, held).catch(() => undefined);
  };
}
