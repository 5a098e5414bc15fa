import type { Lease } from './lease.ts';

/** What runs in a pump. Of one task there may be two, when the first lost its lease and does not stop: the last one holds it. */
export interface Runs {
  begin(lease: Lease): void;
  end(lease: Lease): void;
  /** All that have not ended, with or without their lease. */
  count(): number;
  held(): readonly Lease[];
  find(id: string): Lease | undefined;
}

export function createRuns(): Runs {
  const leases = new Map<string, Lease>();
  let count = 0;
  return {
    begin: (lease) => {
      leases.get(lease.id)?.abort('LEASE_LOST');
      leases.set(lease.id, lease);
      count += 1;
    },
    end: (lease) => {
      lease.end();
      if (leases.get(lease.id) === lease) leases.delete(lease.id);
      count -= 1;
    },
    count: () => count,
    held: () => [...leases.values()],
    find: (id) => leases.get(id),
  };
}
