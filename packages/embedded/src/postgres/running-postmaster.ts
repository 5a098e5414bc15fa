import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface RunningPostmaster {
  readonly pid: number;
  readonly port: number;
}

/** The server that serves this directory now, if any: of a predecessor that ended hard, or of somebody's own. */
export function findRunningPostmaster(dataDir: string): RunningPostmaster | undefined {
  const [pid, , , port] = readLines(path.join(dataDir, 'postmaster.pid')).map(Number);
  if (!pid || !port) return undefined;
  // A number alone proves nothing: after a crash it may belong to any process.
  return `${commandLineOf(pid)} `.includes(` ${dataDir} `) ? { pid, port } : undefined;
}

/** True while the process is there; a zombie counts as gone. */
export function isAlive(pid: number): boolean {
  return commandLineOf(pid) !== '';
}

function commandLineOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8', timeout: 2_000 });
  } catch {
    return '';
  }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
