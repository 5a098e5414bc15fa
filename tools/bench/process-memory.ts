import { readFileSync } from 'node:fs';

/** Proportional memory (PSS) of a process in megabytes; 0 when it has ended. Linux only. */
export function pssMegabytes(pid: number): number {
  try {
    const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) / 1_024;
  } catch {
    return 0;
  }
}
