import { execFile, fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a process may do, and how large it may grow. */
export interface Walls {
  /** The file that runs inside. */
  readonly main: URL;
  readonly memoryBytesMax: number;
  /** What it may read besides the code of the product: files, or folders with all that is in them. */
  readonly reads?: readonly string[];
  /** The one folder it may read and write; none when absent. */
  readonly folder?: string;
  /**
   * A folder with compiled code, of this process alone: code that lies there is not compiled again. Node takes it only from a folder that
   * may be written; that right is given up before anything of what runs inside is loaded.
   */
  readonly compiled?: string;
  /** Whether it runs a WASI program. */
  readonly wasi?: boolean;
  /** Whether it loads native code, which these walls do not hold. */
  readonly addons?: boolean;
  /** Whether it starts threads. */
  readonly workers?: boolean;
  /** Arguments of the file that runs, for what it may prepare before its order comes. Seen by all on the machine: nothing of a person. */
  readonly hints?: readonly string[];
}

const MEGABYTE = 1_048_576;
/** The heap is only a part of what a process needs: buffers and WebAssembly lie outside. */
const HEAP_SHARE = 0.7;
const HOME = fileURLToPath(new URL('../../..', import.meta.url));
/** The code of the product and of what it depends on. */
const CODE = ['packages', 'node_modules', 'package.json'].map((name) => join(HOME, name));
const WATCHDOG = new URL('watchdog.ts', import.meta.url).href;
const WITHOUT_THREADS = new URL('without-threads.ts', import.meta.url).href;
const WITHOUT_WRITING = new URL('without-writing.ts', import.meta.url).href;
const UNSHARE = '/usr/bin/unshare';
const TRIAL_TIMEOUT_MS = 5_000;

let trial: Promise<boolean> | undefined;

/**
 * Whether processes can be started here without a network: Node's permission model has no say in that, namespaces of Linux have
 * where they are allowed.
 */
export function canCloseNetwork(): Promise<boolean> {
  trial ??= new Promise((resolve) =>
    execFile(UNSHARE, ['--user', '--net', 'true'], { timeout: TRIAL_TIMEOUT_MS }, (error) => resolve(error === null)),
  );
  return trial;
}

/** Starts a process within walls. It hears and tells by messages; the caller ends it. */
export async function startConfined(walls: Walls): Promise<ChildProcess> {
  const flags = flagsOf(walls);
  const hasNoNetwork = await canCloseNetwork();
  return fork(fileURLToPath(walls.main), walls.hints ?? [], {
    ...(hasNoNetwork
      ? { execPath: UNSHARE, execArgv: ['--user', '--net', '--', process.execPath, ...flags] }
      : { execArgv: flags }),
    env: walls.compiled === undefined ? {} : { NODE_COMPILE_CACHE: walls.compiled },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

function flagsOf({ memoryBytesMax, reads = [], folder, compiled, wasi, addons, workers }: Walls): string[] {
  const own = [folder, compiled].filter((path) => path !== undefined);
  return [
    `--max-old-space-size=${Math.round((memoryBytesMax / MEGABYTE) * HEAP_SHARE)}`,
    '--permission',
    ...[...CODE, ...reads, ...own].map((path) => `--allow-fs-read=${path}`),
    ...own.map((path) => `--allow-fs-write=${path}`),
    ...(wasi ? ['--allow-wasi'] : []),
    ...(addons ? ['--allow-addons'] : []),
    // Nobody is left to end it when we were killed: its watchdog does, in a thread of its own; after that no more threads are to be had.
    ...['--allow-worker', '--import', WATCHDOG, ...(workers ? [] : ['--import', WITHOUT_THREADS])],
    ...(compiled === undefined ? [] : ['--import', WITHOUT_WRITING]),
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=SecurityWarning',
  ];
}
