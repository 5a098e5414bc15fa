/** Does a piece of work alone among the tabs of this browser: another that wants the same waits until it has ended. */
export type Alone = <T>(key: string, work: () => Promise<T>, signal: AbortSignal) => Promise<T>;

interface Locks {
  request<T>(name: string, options: { readonly signal: AbortSignal }, work: () => Promise<T>): Promise<T>;
}

/** By the browser's own locks: a tab that is closed or reloaded lets go by itself. Without them tabs do not wait. */
export function aloneBy(locks: Locks | undefined): Alone {
  return (key, work, signal) => (locks ? locks.request(`modu-upload:${key}`, { signal }, work) : work());
}
