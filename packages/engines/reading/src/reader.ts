import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { watchMemory } from '@modu/confined';
import { MORE } from './child/messages.ts';
import type { LettersAnswer, ReadNews, ReadOrder } from './child/messages.ts';
import type { DocumentHead, DocumentPart } from './contract.ts';
import { openRecogniser as openBestRecogniser } from './recognise/open-recogniser.ts';
import { lettersOf } from './recognise/recogniser.ts';
import type { Recogniser } from './recognise/recogniser.ts';
import { ReadingError } from './reading-error.ts';

/** Reads documents, each in a process of its own: a bad one takes nothing else with it. */
export interface Reader {
  /** Starts a process while the file is on its way. */
  open(wish: ReadWish): Reading;
  /** Opens, reads and closes. */
  read(order: ReadOrder, watcher: ReadWatcher): Promise<void>;
}

export type ReadWish = Pick<ReadOrder, 'filename' | 'language' | 'recognise'>;

/** One document's process. */
export interface Reading {
  /** Once. @throws ReadingError; rejects with the signal's reason when it aborts. */
  read(order: ReadOrder, watcher: ReadWatcher): Promise<void>;
  /** Ends the process. */
  close(): Promise<void>;
}

export interface ReadWatcher {
  readonly signal: AbortSignal;
  /** What is told next is read when the promise resolves. */
  onHead(head: DocumentHead): Promise<void>;
  onParts(parts: readonly DocumentPart[]): Promise<void>;
}

interface ReaderOptions {
  readonly memoryBytesMax?: number;
  /** For one part: a page that takes longer never ends. */
  readonly partTimeoutMs?: number;
  /** What finds letters in pictures; one for each document. */
  readonly openRecogniser?: () => Recogniser;
}

const MAIN = fileURLToPath(new URL('child/main.ts', import.meta.url));
const MEGABYTE = 1_048_576;
const STDERR_CHARS_MAX = 2_000;

/** Makes a reader whose processes may only read files, in bounded memory, each part within a deadline. */
export function createReader({
  memoryBytesMax = 768 * MEGABYTE,
  partTimeoutMs = 60_000,
  openRecogniser = openBestRecogniser,
}: ReaderOptions = {}): Reader {
  const open = (wish: ReadWish): Reading => {
    if (wish.recognise && !lettersOf(wish.language))
      throw new ReadingError('UNSUPPORTED', 'No letters of this language are known.');
    const recogniser = wish.recognise ? openRecogniser() : null;
    const child = startChild(memoryBytesMax, wish);
    const guard = watchMemory(child, memoryBytesMax);
    return {
      read: (order, watcher) =>
        follow(child, { order, watcher, partTimeoutMs, recogniser }).catch((error: unknown) => {
          if (watcher.signal.aborted) throw watcher.signal.reason;
          throw guard.isExceeded()
            ? new ReadingError('TOO_LARGE', 'The document needs too much memory.', { cause: error })
            : error;
        }),
      close: async () => {
        guard.stop();
        child.kill('SIGKILL');
        await recogniser?.close();
      },
    };
  };
  return {
    open,
    read: async (order, watcher) => {
      watcher.signal.throwIfAborted();
      const reading = open(order);
      await reading.read(order, watcher).finally(() => reading.close());
    },
  };
}

/** What draws a page to look for its letters is no JavaScript; documents with text are read without. */
const DRAWING = ['--allow-addons', '--disable-warning=SecurityWarning'];

function startChild(memoryBytesMax: number, { filename, recognise }: ReadWish): ChildProcess {
  const heapMegabytes = Math.round((memoryBytesMax / MEGABYTE) * 0.7);
  const child = fork(MAIN, [filename], {
    execArgv: [
      `--max-old-space-size=${heapMegabytes}`,
      '--permission',
      '--allow-fs-read=*',
      '--disable-warning=ExperimentalWarning',
      ...(recognise ? DRAWING : []),
    ],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  // Whoever reads is told that it ended; before that nobody needs to know.
  child.on('error', () => undefined);
  return child;
}

interface Following {
  readonly order: ReadOrder;
  readonly watcher: ReadWatcher;
  readonly partTimeoutMs: number;
  readonly recogniser: Recogniser | null;
}

function follow(child: ChildProcess, { order, watcher, partTimeoutMs, recogniser }: Following): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let complaint = '';
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(
      () => reject(new ReadingError('TIMED_OUT', `A part took over ${partTimeoutMs} ms.`)),
      partTimeoutMs,
    );
  };
  const onNews = async (news: ReadNews) => {
    clearTimeout(timer);
    if (news.tell === 'END') return resolve();
    if (news.tell === 'FAILED') throw new ReadingError(news.code, news.message, { page: news.page });
    if (news.tell === 'PICTURE') {
      const lines = (await recogniser?.recognise(news.png, lettersOf(news.language) ?? 'kor+eng')) ?? [];
      wait();
      return void child.send({ lines } satisfies LettersAnswer);
    }
    await (news.tell === 'HEAD' ? watcher.onHead(news.head) : watcher.onParts(news.parts));
    wait();
    child.send(MORE);
  };
  const onAbort = () => reject(watcher.signal.reason as Error);
  watcher.signal.addEventListener('abort', onAbort, { once: true });
  child.stderr?.on('data', (chunk: Buffer) => (complaint = `${complaint}${chunk.toString()}`.slice(-STDERR_CHARS_MAX)));
  child.on('message', (news) => void onNews(news as ReadNews).catch(reject));
  child.on('error', reject);
  const onExit = () => {
    const kind = /heap out of memory/.test(complaint) ? 'TOO_LARGE' : 'CRASHED';
    reject(new ReadingError(kind, `The reader ended: ${child.exitCode ?? child.signalCode} ${complaint}`));
  };
  child.on('exit', onExit);
  if (child.exitCode !== null || child.signalCode !== null) onExit();
  wait();
  child.send(order, (error) => error && reject(error));
  return promise.finally(() => {
    clearTimeout(timer);
    watcher.signal.removeEventListener('abort', onAbort);
  });
}
