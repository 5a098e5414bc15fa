import { Worker } from 'node:worker_threads';
import { editionOfCode } from '@modu/engine-braille';
import type { CodeEdition, KeptPage, PageSetup, SystemLouis } from '@modu/engine-braille';
import { RunFailure } from '@modu/paid-work';
import type { BlockToBraille, FreshCells } from '../store/cells-store.ts';
import { LEAVE } from './braille-messages.ts';
import type { BrailleNews } from './braille-messages.ts';

/** What is to be made. */
export interface BrailleOrder {
  readonly code: string;
  readonly setup: PageSetup;
  /** Of the document, BCP 47. */
  readonly language: string;
}

export interface BrailleWatcher {
  readonly signal: AbortSignal;
  /** The document's blocks after a position. */
  blocks(after: number, take: number): Promise<BlockToBraille[]>;
  /** The cells of blocks that had none. */
  onCells(fresh: readonly FreshCells[]): Promise<void>;
  /** Pages in order, and the position of the block that was reached. What comes next is made when the promise resolves. */
  onPages(pages: readonly KeptPage[], position: number): Promise<void>;
  /** The contents, which go before all pages: told last. */
  onContents(pages: readonly KeptPage[]): Promise<void>;
}

/** Makes braille pages, each document in a thread of its own. */
export interface BrailleMaker {
  make(order: BrailleOrder, watcher: BrailleWatcher): Promise<void>;
  /** What makes the cells of a code. */
  editionOf(code: string): CodeEdition;
}

const HEAP_MEGABYTES_MAX = 256;
const STEP_TIMEOUT_MS = 60_000;
/** Until it has heard that it may go: it hears between two pages, or two hundred blocks. */
const LEAVE_TIMEOUT_MS = 5_000;
/** What Node says is the number of a thread that has ended. */
const GONE = -1;
const WORKER = new URL('braille-worker.ts', import.meta.url);

/** What the thread is given. */
export interface ThreadOrder extends BrailleOrder {
  readonly system: SystemLouis | null;
}

/** @param system - the liblouis of the system, where that is to write what it has tables for. */
export function createBrailleMaker(system: SystemLouis | null = null): BrailleMaker {
  return {
    editionOf: (code) => editionOfCode(code, system),
    make: async (order, watcher) => {
      watcher.signal.throwIfAborted();
      const worker = new Worker(WORKER, {
        workerData: { ...order, system } satisfies ThreadOrder,
        resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES_MAX },
      });
      try {
        await follow(worker, watcher);
      } finally {
        await dismiss(worker);
      }
    },
  };
}

function follow(worker: Worker, watcher: BrailleWatcher): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const wait = () => {
    clearTimeout(timer);
    if (isOver) return;
    timer = setTimeout(() => reject(new RunFailure('ENGINE_TIMEOUT', { retryable: true })), STEP_TIMEOUT_MS);
  };
  const onNews = async (news: BrailleNews) => {
    clearTimeout(timer);
    if (news.tell === 'END') return resolve();
    if (news.tell === 'REFUSED') {
      const cause = new Error(news.message);
      throw new RunFailure('INVALID_REQUEST', { retryable: false, cause });
    }
    if (news.tell === 'BLOCKS') worker.postMessage(await watcher.blocks(news.after, news.take));
    else {
      if (news.tell === 'CELLS') await watcher.onCells(news.fresh);
      else if (news.tell === 'PAGES') await watcher.onPages(news.pages, news.position);
      else await watcher.onContents(news.pages);
      worker.postMessage('more');
    }
    wait();
  };
  const onAbort = () => reject(watcher.signal.reason as Error);
  watcher.signal.addEventListener('abort', onAbort, { once: true });
  worker.on('message', (news: BrailleNews) => void onNews(news).catch(reject));
  worker.on('error', (cause) => reject(new RunFailure('ENGINE_FAILED', { retryable: true, cause })));
  worker.on('exit', (code) =>
    reject(new RunFailure('ENGINE_FAILED', { retryable: true, cause: new Error(`The thread ended: ${code}`) })),
  );
  wait();
  return promise.finally(() => {
    isOver = true;
    clearTimeout(timer);
    watcher.signal.removeEventListener('abort', onAbort);
  });
}

/**
 * Lets a thread leave by itself. One that is ended by force in the moment between the making of a handle of zlib and its first use
 * aborts the whole process (node_zlib.cc: "close before init"), and this one packs what it tells; so that is for one that hangs.
 */
async function dismiss(worker: Worker): Promise<void> {
  if (worker.threadId === GONE) return;
  const { promise: gone, resolve } = Promise.withResolvers<number>();
  worker.once('exit', resolve);
  worker.postMessage(LEAVE);
  const timer = setTimeout(() => void worker.terminate(), LEAVE_TIMEOUT_MS);
  await gone;
  clearTimeout(timer);
}
