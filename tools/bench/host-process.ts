import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { HOST_FLAGS } from './host-flags.ts';
import { pssMegabytes } from './process-memory.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface HostProcess {
  readonly port: number;
  readonly pid: number;
  /** From spawn to the line that says it is ready. */
  readonly readyMs: number;
  /** Proportional memory (PSS) of the host and everything it started, in megabytes. Linux only. */
  memoryMegabytes(): number;
  stop(): Promise<void>;
}

interface HostOptions {
  readonly port: number;
  readonly dataDir: string;
  /** Settings beside those that every bench has. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts the whole product in one process, in a data directory of its own. */
export async function startHostProcess({ port, dataDir, settings = {} }: HostOptions): Promise<HostProcess> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...HOST_FLAGS, 'apps/host/src/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      ...process.env,
      TARGET: 'all',
      PORT: String(port),
      MODU_DATA_DIR: dataDir,
      BUS: 'postgres',
      LOG_LEVEL: 'error',
      AUTH_RATE_LIMIT: 'false',
      ...settings,
    },
  });
  await ready(child);
  return {
    port,
    pid: child.pid ?? 0,
    readyMs: performance.now() - startedAt,
    memoryMegabytes: () => treeOf(child.pid ?? 0).reduce((sum, pid) => sum + pssMegabytes(pid), 0),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes('MODU READY') && resolve());
    child.once('exit', (code) => reject(new Error(`The host ended with ${code}.`)));
  });
}

/** A process and all that descends from it. */
function treeOf(rootPid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended while we looked.
    }
  }
  const belongs = (pid: number): boolean => pid === rootPid || (parents.has(pid) && belongs(parents.get(pid) ?? 0));
  return [...parents.keys()].filter((pid) => belongs(pid));
}
