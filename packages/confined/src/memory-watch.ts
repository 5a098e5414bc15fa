import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

const INTERVAL_MS = 200;
const PAGE_BYTES = 4_096;

/** Ends a process whose memory outgrows a bound, also what lies outside its heap. Only where the system tells (Linux). */
export function watchMemory(child: ChildProcess, bytesMax: number): { isExceeded(): boolean; stop(): void } {
  let exceeded = false;
  const timer = setInterval(() => {
    if (child.pid === undefined || residentBytes(child.pid) <= bytesMax) return;
    exceeded = true;
    child.kill('SIGKILL');
  }, INTERVAL_MS);
  timer.unref();
  return { isExceeded: () => exceeded, stop: () => clearInterval(timer) };
}

function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES;
  } catch {
    return 0;
  }
}
