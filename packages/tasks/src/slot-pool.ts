import { randomUUID } from 'node:crypto';
import type { Job } from 'pg-boss';

/** Who runs one of the tasks in lines that share the slots. */
export interface PoolMember {
  readonly task: string;
  /** Tells the queue what has ended. */
  flush(): Promise<void>;
  start(job: Job<object>): void;
}

/** Slots that consumers of different tasks share, because what they run needs the same thing: threads, an engine, memory. */
export interface SlotPool {
  readonly id: string;
  /** Its tasks are claimed together with those of the others here: one policy decides between all who wait for any of them. */
  join(member: PoolMember): void;
  quit(member: PoolMember): void;
  members(): readonly PoolMember[];
  /** @returns how many of those wanted are granted. Whoever got fewer is called `again` when there may be more, the first to come first. */
  take(wanted: number, again: () => void): number;
  release(count: number): void;
  /** It wants no more for now. */
  leave(again: () => void): void;
}

export function createSlotPool(size: number): SlotPool {
  const waiting = new Set<() => void>();
  const members = new Set<PoolMember>();
  let free = size;
  return {
    id: randomUUID(),
    join: (member) => void members.add(member),
    quit: (member) => void members.delete(member),
    members: () => [...members],
    take: (wanted, again) => {
      const granted = Math.min(wanted, free);
      free -= granted;
      if (granted < wanted) waiting.add(again);
      return granted;
    },
    release: (count) => {
      free += count;
      const [next] = waiting;
      if (!next || free === 0) return;
      waiting.delete(next);
      next();
    },
    leave: (again) => void waiting.delete(again),
  };
}
