import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { watchMemory } from './memory-watch.ts';

/** A process that was started and waits for its order. */
export interface Begun {
  readonly child: ChildProcess;
  /** Ends the process and removes what was made for it. */
  end(): Promise<void>;
}

/** At most one process that waits ready: whoever takes it begins at once, and is the only one who ever has it. */
export interface Spare<Process extends Begun> {
  /** Null when none waits. Who takes it ends it. */
  take(): Promise<Process | null>;
  /** Has one wait from now on; none where it can't be started. */
  renew(): void;
  /** Ends the one that waits; no other will. */
  close(): Promise<void>;
}

interface SpareOptions<Process> {
  readonly start: () => Promise<Process>;
  /** One that nobody takes for so long is ended. */
  readonly idleMs: number;
  readonly memoryBytesMax: number;
}

/** Keeps a process ready. One that dies while it waits is no failure, and keeps nobody from ending. */
export function createSpare<Process extends Begun>({ start, ...bounds }: SpareOptions<Process>): Spare<Process> {
  let waiting: Promise<Waiting<Process> | null> | null = null;
  let isClosed = false;
  const take = async () => {
    const taken = waiting;
    waiting = null;
    return (await taken)?.leave() ?? null;
  };
  return {
    take,
    renew: () => {
      if (isClosed || waiting) return;
      const forget = () => void (waiting === renewed && (waiting = null));
      const renewed = start().then(
        (process) => wait(process, { ...bounds, onOver: forget }),
        () => (forget(), null),
      );
      waiting = renewed;
    },
    close: async () => {
      isClosed = true;
      await (await take())?.end();
    },
  };
}

interface Waiting<Process> {
  /** It waits no more. Null when it has ended. */
  leave(): Process | null;
}

type Bounds = Omit<SpareOptions<unknown>, 'start'> & { readonly onOver: () => void };

function wait<Process extends Begun>(process: Process, { idleMs, memoryBytesMax, onOver }: Bounds): Waiting<Process> {
  const { child } = process;
  const guard = watchMemory(child, memoryBytesMax);
  let isOver = false;
  const release = () => {
    guard.stop();
    clearTimeout(timer);
    child.off('exit', end).off('error', end);
  };
  const end = () => {
    isOver = true;
    release();
    onOver();
    // What it leaves behind, a sweep of work folders finds.
    void process.end().catch(() => undefined);
  };
  const timer = setTimeout(end, idleMs).unref();
  child.on('exit', end).on('error', end);
  for (const handle of handlesOf(child)) handle?.unref();
  return {
    leave: () => {
      if (isOver) return null;
      release();
      for (const handle of handlesOf(child)) handle?.ref();
      return process;
    },
  };
}

/** What keeps a process from ending while its child is alive. */
const handlesOf = (child: ChildProcess) => [child, child.channel, child.stderr as Socket | null];
