import { readdirSync, readFileSync } from 'node:fs';

/** The kernel counts in hundredths of a second. */
const TICK_MS = 10;

interface Stat {
  readonly parent: number;
  /** CPU time of the process and of those of its children that have ended. */
  readonly cpuMs: number;
}

/** CPU time that a process has used; with everything it started. 0 where there is no `/proc`. */
export function cpuMsOf(pid: number, { withChildren = false } = {}): number {
  const own = readStat(pid)?.cpuMs ?? 0;
  if (!withChildren) return own;
  const children = listPids().filter((one) => readStat(one)?.parent === pid);
  return children.reduce((sum, child) => sum + cpuMsOf(child, { withChildren }), own);
}

/** Who started a process; `undefined` when it is gone. */
export function parentOf(pid: number): number | undefined {
  return readStat(pid)?.parent;
}

function listPids(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

function readStat(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
    return { parent: Number(fields[1]), cpuMs: ticks * TICK_MS };
  } catch {
    return undefined;
  }
}
