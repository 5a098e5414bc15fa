import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@modu/logger';
import type { Child } from '../child.ts';
import { PortBusy } from '../child.ts';
import { settlesWithin } from '../deadline.ts';
import { forwardLines } from '../process-log.ts';
import { findPostgresBinaries } from './binaries.ts';
import { createClusterIfMissing } from './cluster.ts';
import type { GuardedProcess } from './guarded-spawn.ts';
import { spawnGuarded } from './guarded-spawn.ts';
import { chooseRunAs } from './run-as.ts';
import type { RunningPostmaster } from './running-postmaster.ts';
import { findRunningPostmaster, isAlive } from './running-postmaster.ts';
import { waitUntilReady } from './wait-ready.ts';

export interface PostmasterOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly password: string;
  readonly logger: Logger;
  /** Ends the waiting for a server that is still coming up, and that server. */
  readonly stopping?: AbortSignal;
}

const POLL_MS = 100;
/** A fast shutdown ends all sessions and writes a checkpoint. */
const STOP_TIMEOUT_MS = 15_000;
const SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'log_line_prefix='];
/** A refused statement is the business of whoever sent it; a refused connection or a crash is ours. */
// A server that comes up, and a database that its owner is about to create, are no trouble.
const TROUBLE = /^(PANIC|FATAL(?!.*(the database system is|database ".*" does not exist)))|terminated by signal/;
/** What a server says that came before its predecessor had let go of the directory. */
const PREDECESSOR = /postmaster\.pid" already exists|pre-existing shared memory block|lock file .* already exists/;
/** For what it leaves behind; it itself is waited for as long as it lives and answers. */
const PREDECESSOR_TIMEOUT_MS = 30_000;

/** The address of one database on an embedded server; `postgres` is its superuser. */
export function postgresAddress(server: { port: number; password: string; database: string }): string {
  const { port, password, database } = server;
  return `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

/**
 * Starts PostgreSQL on a directory (made when missing) and settles when it answers. When a server already serves the
 * directory, that one is watched instead and never ended by us: `port` of the answer tells where it listens.
 * @throws PortBusy
 */
export async function startPostmaster(options: PostmasterOptions): Promise<Child> {
  const dataDir = path.resolve(options.dataDir);
  await mkdir(path.dirname(dataDir), { recursive: true });
  const { postgres, initdb } = await findPostgresBinaries();
  const runAs = chooseRunAs({ dataDir, binary: initdb });
  await createClusterIfMissing({ ...options, dataDir, initdb, runAs });
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const command = [postgres, '-D', dataDir, '-p', String(options.port), ...settings];

  let deadline = Date.now() + PREDECESSOR_TIMEOUT_MS;
  for (;;) {
    const running = findRunningPostmaster(dataDir);
    const child = running
      ? await attach(running, options)
      : await start(spawnGuarded(runAs, command), { ...options, dataDir });
    if (typeof child !== 'string') return child;
    if (running) deadline = Date.now() + PREDECESSOR_TIMEOUT_MS;
    if (!PREDECESSOR.test(child) || Date.now() > deadline) throw new Error(`PostgreSQL did not start: ${child}`);
    await sleep(POLL_MS);
  }
}

/** Settles with the child, or with its last words when it ended before it was ready. */
async function start(
  guard: GuardedProcess,
  { dataDir, port, password, logger, stopping }: PostmasterOptions,
): Promise<Child | string> {
  const errors = forwardLines(guard.stderr, logger, TROUBLE);
  let isGone = false;
  const exited = once(guard, 'close').then(([code, signal]: unknown[]) => {
    isGone = true;
    return `exit ${String(code ?? signal)}\n${errors.tail()}`;
  });
  try {
    const url = postgresAddress({ port, password, database: 'postgres' });
    await waitUntilReady({ url, isGone: () => isGone, logger, stopping });
  } catch (error) {
    if (!isGone) {
      await stop(guard, exited);
      throw error;
    }
  }
  if (isGone) {
    const reason = await exited;
    if (/could not bind .* Address already in use/.test(reason)) throw new PortBusy(port);
    return reason;
  }
  const pid = findRunningPostmaster(dataDir)?.pid ?? guard.pid ?? 0;
  return { pid, port, exited, stop: () => stop(guard, exited) };
}

async function stop(guard: GuardedProcess, exited: Promise<string>): Promise<void> {
  guard.stdin.end();
  if (await settlesWithin(exited, STOP_TIMEOUT_MS)) return;
  // Immediate shutdown: acknowledged transactions are in the log and come back at the next start.
  if (guard.pid) process.kill(-guard.pid, 'SIGQUIT');
  await settlesWithin(exited, STOP_TIMEOUT_MS);
}

/** Watches a server that is not our child; settles with a sentence when it is on its way out. */
async function attach(
  { pid, port }: RunningPostmaster,
  { password, logger, stopping }: PostmasterOptions,
): Promise<Child | string> {
  const url = postgresAddress({ port, password, database: 'postgres' });
  await waitUntilReady({ url, isGone: () => !isAlive(pid), logger, stopping });
  if (!isAlive(pid)) return 'lock file of a predecessor already exists';
  logger.info({ pid, port }, 'a PostgreSQL server already serves this directory: it is used as it is');
  const detached = new AbortController();
  return { pid, port, exited: watchPid(pid, detached.signal), stop: () => Promise.resolve(detached.abort()) };
}

async function watchPid(pid: number, detached: AbortSignal): Promise<string> {
  while (!detached.aborted && isAlive(pid)) await sleep(POLL_MS, undefined, { signal: detached }).catch(() => {});
  return detached.aborted ? 'left alone' : `process ${pid} ended`;
}
