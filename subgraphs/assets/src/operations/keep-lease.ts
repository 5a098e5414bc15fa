import type { Claimed, DueStore } from '../store/due-store.ts';

export const LEASE_MS = 60_000;

interface Lease {
  current(): Claimed;
  stop(): void;
}

/** Long work keeps its claim; a process that dies lets go of it by itself. */
export function keepLease(first: Claimed, { store, now }: { readonly store: DueStore; now(): Date }): Lease {
  let current = first;
  const timer = setInterval(() => {
    store.renew(current, new Date(now().getTime() + LEASE_MS)).then(
      (renewed) => {
        current = renewed ?? current;
      },
      () => undefined,
    );
  }, LEASE_MS / 3);
  return { current: () => current, stop: () => clearInterval(timer) };
}
