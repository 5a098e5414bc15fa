import { randomUUID } from 'node:crypto';
import type { Logger } from '@modu/logger';
import type { Child } from './child.ts';
import { PortBusy } from './child.ts';
import type { DirectoryLock } from './directory-lock.ts';
import { becomesFree, chooseFreePort } from './ports.ts';
import type { ServerName, StackFacts } from './stack-facts.ts';
import { readStackFacts, writeStackFacts } from './stack-facts.ts';
import type { ServerPlace } from './stack-servers.ts';
import { SERVERS } from './stack-servers.ts';
import type { Supervised } from './supervise.ts';
import { supervise } from './supervise.ts';

export interface HolderOptions extends ServerPlace {
  readonly lock: DirectoryLock;
  readonly wanted: readonly ServerName[];
  readonly onFailed: (error: Error) => void;
}

export interface Holder {
  readonly facts: StackFacts;
  stop(): Promise<void>;
}

/** A predecessor that was killed: its servers notice and close within moments. */
const PREDECESSOR_TIMEOUT_MS = 5_000;
const PORT_TRIES_MAX = 5;

/** Runs the wanted servers for as long as we hold the directory. Whatever fails, nothing stays running. */
export async function holdStack(options: HolderOptions): Promise<Holder> {
  const { dataDir, wanted, lock } = options;
  const previous = readStackFacts(dataDir);
  const holder = { pid: process.pid, startedAt: new Date().toISOString(), token: randomUUID() };
  const running: Supervised[] = [];
  let facts: StackFacts = { holder, ready: false, ports: previous.ports, serving: [...wanted] };

  const stop = async (): Promise<void> => {
    try {
      for (const server of running.toReversed()) await server.stop();
      writeStackFacts(dataDir, { ...facts, holder: null, ready: false });
    } finally {
      lock.release();
    }
  };
  writeStackFacts(dataDir, facts);
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
  }
  return { facts, stop };
}

async function startOnKeptPort(name: ServerName, previous: StackFacts, options: HolderOptions): Promise<Supervised> {
  const logger = options.logger.child({ server: name });
  let port = await keptPort(name, previous, logger);
  for (let tries = 1; ; tries += 1) {
    try {
      const start = async (): Promise<Child> => {
        const child = await SERVERS[name]({ ...options, logger }, port);
        ({ port } = child); // A server found running has its own port; one that follows it must keep that one.
        return child;
      };
      return await supervise({ name, start, logger, onFailed: options.onFailed });
    } catch (error) {
      if (!(error instanceof PortBusy) || tries >= PORT_TRIES_MAX) throw error;
      port = await chooseAnother(port, logger);
    }
  }
}

async function keptPort(name: ServerName, previous: StackFacts, logger: Logger): Promise<number> {
  const kept = previous.ports[name];
  if (kept === undefined) return chooseFreePort();
  const isPredecessorLikely = previous.holder !== null;
  if (await becomesFree(kept, isPredecessorLikely ? PREDECESSOR_TIMEOUT_MS : 0)) return kept;
  return chooseAnother(kept, logger);
}

async function chooseAnother(busy: number, logger: Logger): Promise<number> {
  const port = await chooseFreePort();
  logger.warn({ busy, port }, 'the kept port is taken by another process: another one is used from now on');
  return port;
}
