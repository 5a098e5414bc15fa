import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const RESTART_AFTER_MS = 100;
const READY_TIMEOUT_MS = 180_000;

/** A process of the product that is started again whenever it ends, as an orchestrator would. */
export interface KeptProcess {
  readonly name: string;
  /** The process as it runs now. */
  pid(): number | undefined;
  /** How often it was started. */
  starts(): number;
  /** Ends it as hard as can be. */
  kill(): void;
  /** Resolves when it has said that it is ready. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

interface KeepOptions {
  readonly environment: Readonly<Record<string, string>>;
  readonly entry?: string;
}

export function keepProcess(name: string, { environment, entry = 'apps/host/src/main.ts' }: KeepOptions): KeptProcess {
  let child: ChildProcess | undefined;
  let readiness = Promise.withResolvers<void>();
  let [starts, stopping] = [0, false];

  const start = () => {
    starts += 1;
    readiness = Promise.withResolvers();
    child = spawn(process.execPath, [entry], {
      cwd: root,
      stdio: ['ignore', 'pipe', process.env['CHAOS_LOG'] ? 'inherit' : 'ignore', 'ipc'],
      env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...environment },
    });
    const { resolve } = readiness;
    child.stdout?.on('data', (chunk: Buffer) => {
      if (process.env['CHAOS_LOG']) process.stderr.write(chunk);
      if (String(chunk).includes('MODU READY')) resolve();
    });
    child.once('exit', () => void restart());
  };
  const restart = async () => {
    if (stopping) return;
    await delay(RESTART_AFTER_MS);
    if (!stopping) start();
  };
  start();

  return {
    name,
    pid: () => child?.pid,
    starts: () => starts,
    kill: () => void child?.kill('SIGKILL'),
    ready: async () => {
      const deadline = Date.now() + READY_TIMEOUT_MS;
      // A process that is killed before it is ready never says so; the one after it does.
      while ((await Promise.race([readiness.promise.then(() => 'ready'), delay(200, 'waiting')])) !== 'ready')
        if (Date.now() > deadline) throw new Error(`${name} was not ready in time.`);
    },
    stop: async () => {
      stopping = true;
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      const hard = setTimeout(() => child?.kill('SIGKILL'), 15_000);
      await exited;
      clearTimeout(hard);
    },
  };
}
