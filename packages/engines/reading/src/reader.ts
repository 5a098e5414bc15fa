import { ConfinedError, converse, createSpare } from '@modu/confined';
import { beginReading } from './begin.ts';
import type { BegunReading } from './begin.ts';
import type { ReadNews, ReadOrder } from './child/messages.ts';
import { createCompiledCode } from './compiled-code.ts';
import type { DocumentHead, DocumentPart } from './contract.ts';
import { likelyForm } from './readers.ts';
import { openRecogniser as openBestRecogniser } from './recognise/open-recogniser.ts';
import { lettersOf } from './recognise/recogniser.ts';
import type { Recogniser } from './recognise/recogniser.ts';
import { ReadingError } from './reading-error.ts';

/** Reads documents, each in a process of its own: a bad one takes nothing else with it. */
export interface Reader {
  /** Compiles what takes long to load, once; until then, or when it fails, documents are read without. */
  makeReady(): Promise<void>;
  /** Such a document will be read at once: where its process takes long to load, it starts now. */
  expect(wish: Expected): void;
  /** @throws ReadingError; rejects with the signal's reason when it aborts, or as `fetched` does. */
  read(order: ReadWish, watcher: ReadWatcher): Promise<void>;
  /** Ends the process that waits for a next document, and takes the compiled code away. */
  close(): Promise<void>;
}

export interface ReadWish extends ReadOrder {
  /** Resolves when the file is there; its process starts meanwhile. */
  readonly fetched?: Promise<void>;
}

type Expected = Pick<ReadWish, 'filename' | 'recognise'>;

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

const MAIN = new URL('child/main.ts', import.meta.url);
const MEGABYTE = 1_048_576;
/** Whose reader takes long to load: after one of these, a process waits for the next. */
const SPARE_FORM = 'PDF';
/** People who read several documents read them one after the other. */
const SPARE_IDLE_MS = 10 * 60_000;

/** Makes a reader whose processes may only read the one file, in bounded memory, each part within a deadline. */
export function createReader({
  memoryBytesMax = 768 * MEGABYTE,
  partTimeoutMs = 60_000,
  openRecogniser = openBestRecogniser,
}: ReaderOptions = {}): Reader {
  const walls = { main: MAIN, memoryBytesMax };
  const waiting = { ...walls, hints: [SPARE_FORM] };
  const code = createCompiledCode(waiting);
  const spare = createSpare({ start: () => beginReading(waiting, code), idleMs: SPARE_IDLE_MS, memoryBytesMax });
  const begin = async (wish: ReadWish) => {
    const ready = isForSpare(wish) ? await spare.take() : null;
    const form = likelyForm(wish.filename);
    // What draws a page to look for its letters is no JavaScript; documents with text are read without.
    return ready ?? beginReading({ ...walls, addons: wish.recognise, hints: form ? [form] : [] }, code);
  };
  const renewFor = (wish: Expected) => void (isForSpare(wish) && spare.renew());
  return {
    makeReady: () => code.make(),
    expect: renewFor,
    read: async (wish, watcher) => {
      watcher.signal.throwIfAborted();
      // Whoever follows hears of it; it may fail before anyone does.
      wish.fetched?.catch(() => undefined);
      if (wish.recognise && !lettersOf(wish.language))
        throw new ReadingError('UNSUPPORTED', 'No letters of this language are known.');
      const process = await begin(wish);
      const recogniser = wish.recognise ? openRecogniser() : null;
      try {
        const talk = { order: orderOf(wish, process), child: process.child, ...listen(watcher, recogniser) };
        await converse<ReadNews>({ ...walls, stepTimeoutMs: partTimeoutMs }, talk);
      } catch (error) {
        if (error instanceof ConfinedError) throw new ReadingError(error.code, error.message, { cause: error });
        throw error;
      } finally {
        await recogniser?.close();
        await process.end();
        renewFor(wish);
      }
    },
    close: async () => void (await Promise.all([spare.close(), code.remove()])),
  };
}

const isForSpare = ({ filename, recognise }: Expected) => likelyForm(filename) === SPARE_FORM && !recognise;

/** What its process is told when the file is there. */
async function orderOf({ fetched, path, ...order }: ReadWish, process: BegunReading): Promise<ReadOrder> {
  await fetched;
  return { ...order, path: await process.show(path) };
}

/** What it is answered. */
const listen = ({ signal, onHead, onParts }: ReadWatcher, recogniser: Recogniser | null) => ({
  signal,
  answer: async (news: ReadNews): Promise<unknown> => {
    if (news.tell === 'FAILED') throw new ReadingError(news.code, news.message, { page: news.page });
    if (news.tell === 'PICTURE')
      return (await recogniser?.recognise(news.png, lettersOf(news.language) ?? 'kor+eng')) ?? [];
    return news.tell === 'HEAD' ? onHead(news.head) : onParts(news.parts);
  },
});
