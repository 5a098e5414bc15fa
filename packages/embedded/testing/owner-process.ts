import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import readline from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface OwnerEvent {
  readonly event: 'ready' | 'took over' | 'failed';
  readonly role: 'holder' | 'attached';
  readonly postgresUrl: string;
  /** What a failed one says. */
  readonly message?: string;
}

export interface OwnerProcess {
  readonly pid: number;
  /** Settles with the next thing the process says; rejects when it ends first. */
  next(): Promise<OwnerEvent>;
  readonly ended: Promise<unknown>;
  kill(signal: NodeJS.Signals): void;
  /** What the terminal does at Ctrl-C: the signal goes to the whole process group. */
  pressCtrlC(): void;
}

const MAIN = fileURLToPath(new URL('./stack-owner.ts', import.meta.url));
const GONE_TIMEOUT_MS = 15_000;

/** Starts a process of its own that acquires a stack with PostgreSQL. */
export function startOwner(dataDir: string): OwnerProcess {
  const options = { dataDir, want: { postgres: true, mongo: false, s3: false } };
  const child = spawn(process.execPath, [MAIN, JSON.stringify(options)], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = child.pid ?? 0;
  const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    pid,
    async next() {
      const { value, done } = await lines.next();
      if (done) throw new Error('the owner ended without a word');
      return JSON.parse(value) as OwnerEvent;
    },
    ended: once(child, 'exit'),
    kill: (signal) => void child.kill(signal),
    pressCtrlC: () => void process.kill(-pid, 'SIGINT'),
  };
}

/** The processes whose command names this directory: owners and servers. */
export function processesOf(dataDir: string): string[] {
  const all = execFileSync('ps', ['-Ao', 'pid=,command='], { encoding: 'utf8' }).split('\n');
  return all.filter((line) => line.includes(dataDir));
}

/** Settles with what is still running when the time is up; empty when everything ended. */
export async function remainingProcesses(dataDir: string): Promise<string[]> {
  const deadline = Date.now() + GONE_TIMEOUT_MS;
  while (processesOf(dataDir).length > 0 && Date.now() < deadline) await sleep(50);
  return processesOf(dataDir);
}

/** True where root can make user namespaces (most containers forbid it). */
export function canMakeUserNamespaces(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/unshare')) return false;
  try {
    execFileSync('unshare', ['-U', '--map-user=1000', '--map-group=1000', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
