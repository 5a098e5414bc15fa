import { randomUUID } from 'node:crypto';
import type { Logger } from '@modu/logger';
import type { Child } from './child.ts';
import { PortBusy } from './child.ts';
import type { DirectoryLock } from './directory-lock.ts';
import { becomesFree, chooseFreePort } from './ports.ts';
import { findRunningPostmaster } from './postgres/running-postmaster.ts';
import type { ServerName, StackFacts } from './stack-facts.ts';
import { readStackFacts, writeStackFacts } from './stack-facts.ts';
import type { ServerPlace } from './stack-servers.ts';
import { PINGS, postgresDir, SERVERS } from './stack-servers.ts';
import type { Supervised } from './supervise.ts';
import { supervise } from './supervise.ts';

export interface HolderOptions extends ServerPlace {
  readonly lock: DirectoryLock;
  readonly wanted: readonly ServerName[];
  readonly onFailed: (error: Error) => void;
  /** Ends the waiting for servers that are still coming up. */
  readonly stopping: AbortSignal;
}

export interface Holder {
  readonly facts: StackFacts;
  stop(): Promise<void>;
}

/** A predecessor that was killed: its servers notice and close within moments, save PostgreSQL, which is waited for by name. */
const PREDECESSOR_TIMEOUT_MS = 5_000;
const SIGN_EVERY_MS = 2_000;
const PORT_TRIES_MAX = 5;

/** Runs the wanted servers for as long as we hold the directory. Whatever fails, nothing stays running. */
export async function holdStack(options: HolderOptions): Promise<Holder> {
  const { dataDir, wanted, lock } = options;
  const previous = readStackFacts(dataDir);
  const holder = { pid: process.pid, startedAt: new Date().toISOString(), token: randomUUID() };
  const running: Supervised[] = [];
  let facts: StackFacts = { holder, ready: false, signs: 0, ports: previous.ports, serving: [...wanted] };

  const stop = async (): Promise<void> => {
    try {
      for (const server of running.toReversed()) await server.stop();
      writeStackFacts(dataDir, { ...facts, holder: null, ready: false });
    } finally {
      lock.release();
    }
  };
  writeStackFacts(dataDir, facts);
  const signing = setInterval(() => {
    facts = { ...facts, signs: facts.signs + 1 };
    try {
      writeStackFacts(dataDir, facts);
    } catch (err) {
      options.logger.warn({ err }, 'a sign of life could not be written'); // A full disk is for the servers to judge.
    }
  }, SIGN_EVERY_MS);
  try {
    // Beside one another, since none needs another one; each is remembered the moment it runs.
    const started = await Promise.allSettled(
      wanted.map(async (name) => {
        const server = await startOnKeptPort(name, previous, options);
        running.push(server);
        facts = { ...facts, ports: { ...facts.ports, [name]: server.child().port } };
      }),
    );
    for (const { name, result } of started.map((result, index) => ({ name: wanted[index], result }))) {
      if (result.status === 'rejected')
        throw new Error(`The embedded ${name} server did not start.`, { cause: result.reason });
    }
    facts = { ...facts, ready: true };
    writeStackFacts(dataDir, facts);
  } catch (error) {
    await stop();
    throw error;
  } finally {
    clearInterval(signing);
  }
  return { facts, stop };
}

async function startOnKeptPort(name: ServerName, previous: StackFacts, options: HolderOptions): Promise<Supervised> {
  const logger = options.logger.child({ server: name });
  let port = await keptPort(name, previous, { ...options, logger });
  for (let tries = 1; ; tries += 1) {
    try {
      const start = async (stopping: AbortSignal): Promise<Child> => {
        const child = await SERVERS[name]({ ...options, logger, stopping }, port);
        ({ port } = child); // A server found running has its own port; one that follows it must keep that one.
        return child;
      };
      const { onFailed, stopping } = options;
      const ping = PINGS[name];
      return await supervise({ name, start, logger, onFailed, stopping, ...(ping && { ping }) });
    } catch (error) {
      if (!(error instanceof PortBusy) || tries >= PORT_TRIES_MAX) throw error;
      port = await chooseAnother(port, logger);
    }
  }
}

async function keptPort(
  name: ServerName,
  previous: StackFacts,
  { dataDir, logger }: Pick<ServerPlace, 'dataDir' | 'logger'>,
): Promise<number> {
  const kept = previous.ports[name];
  if (kept === undefined) return chooseFreePort();
  // It keeps its port until its last checkpoint is written, however slow the disk; who starts PostgreSQL waits for it.
  if (name === 'postgres' && findRunningPostmaster(postgresDir(dataDir))) return kept;
  const isPredecessorLikely = previous.holder !== null;
  if (await becomesFree(kept, isPredecessorLikely ? PREDECESSOR_TIMEOUT_MS : 0)) return kept;
  return chooseAnother(kept, logger);
}

async function chooseAnother(busy: number, logger: Logger): Promise<number> {
  const port = await chooseFreePort();
  logger.warn({ busy, port }, 'the kept port is taken by another process: another one is used from now on');
  return port;
}
