import { readFileSync, readlinkSync } from 'node:fs';

/** The place of the moment a process began among the values of `/proc/<pid>/stat` that follow its name (proc_pid_stat(5): the 22nd of all). */
const BEGAN_AT = 19;
const UNKNOWN = '0';

/** Who a process is, also when its number is given to another one later. */
export interface ProcessName {
  /** Where its number means something. */
  readonly namespace: string;
  readonly pid: number;
  /** Since the system began, as the system counts; `0` where it does not tell. */
  readonly began: string;
}

/** This process. */
export const ownName = (): ProcessName => ({
  namespace: namespaceOf(),
  pid: process.pid,
  began: beganOf(process.pid) ?? UNKNOWN,
});

export const formatName = ({ namespace, pid, began }: ProcessName): string => `${namespace}-${pid}-${began}`;

/** Undefined when it names no process. */
export function parseName(text: string): ProcessName | undefined {
  const [, namespace, pid, began] = /^(\w+)-([1-9]\d*)-(\d+)$/u.exec(text) ?? [];
  return namespace && pid && began ? { namespace, pid: Number(pid), began } : undefined;
}

/** Whether a process of our namespace is alive, and not another one that has its number by now. */
export function isAlive({ pid, began }: ProcessName): boolean {
  const now = beganOf(pid);
  if (now !== undefined && began !== UNKNOWN) return now === began;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function namespaceOf(): string {
  try {
    return /\d+/u.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? 'one';
  } catch {
    return 'one';
  }
}

function beganOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name of the program stands in brackets, and may contain any.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[BEGAN_AT];
  } catch {
    return undefined;
  }
}
