import { ConfinedError, converse } from '@modu/confined';
import type { ReadNews, ReadOrder } from './child/messages.ts';
import type { DocumentHead, DocumentPart } from './contract.ts';
import { openRecogniser as openBestRecogniser } from './recognise/open-recogniser.ts';
import { lettersOf } from './recognise/recogniser.ts';
import type { Recogniser } from './recognise/recogniser.ts';
import { ReadingError } from './reading-error.ts';

/** Reads documents, each in a process of its own: a bad one takes nothing else with it. */
export interface Reader {
  /** @throws ReadingError; rejects with the signal's reason when it aborts. */
  read(order: ReadOrder, watcher: ReadWatcher): Promise<void>;
}

export interface ReadWatcher {
  readonly signal: AbortSignal;
  /** What is told next is read when the promise resolves. */
  onHead(head: DocumentHead): Promise<void>;
  onPart(part: DocumentPart): Promise<void>;
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

/** Makes a reader whose processes may only read the one file, in bounded memory, each part within a deadline. */
export function createReader({
  memoryBytesMax = 768 * MEGABYTE,
  partTimeoutMs = 60_000,
  openRecogniser = openBestRecogniser,
}: ReaderOptions = {}): Reader {
  return {
    read: async (order, { signal, onHead, onPart }) => {
      signal.throwIfAborted();
      const letters = lettersOf(order.language);
      if (order.recognise && !letters) throw new ReadingError('UNSUPPORTED', 'No letters of this language are known.');
      const recogniser = order.recognise ? openRecogniser() : null;
      const answer = async (news: ReadNews): Promise<unknown> => {
        if (news.tell === 'FAILED') throw new ReadingError(news.code, news.message, { page: news.page });
        if (news.tell === 'PICTURE')
          return (await recogniser?.recognise(news.png, lettersOf(news.language) ?? 'kor+eng')) ?? [];
        return news.tell === 'HEAD' ? onHead(news.head) : onPart(news.part);
      };
      // What draws a page to look for its letters is no JavaScript; documents with text are read without.
      const walls = { main: MAIN, memoryBytesMax, reads: [order.path], addons: order.recognise };
      try {
        await converse<ReadNews>({ ...walls, stepTimeoutMs: partTimeoutMs }, { order, signal, answer });
      } catch (error) {
        if (error instanceof ConfinedError) throw new ReadingError(error.code, error.message, { cause: error });
        throw error;
      } finally {
        await recogniser?.close();
      }
    },
  };
}
