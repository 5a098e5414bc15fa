import { ConfinedError, converse } from '@modu/confined';
import { ReadingError } from '../reading-error.ts';
import type { DrawnPage, FirstPageNews, FirstPageOrder } from './first-page-main.ts';

export type { DrawnPage } from './first-page-main.ts';

const MAIN = new URL('first-page-main.ts', import.meta.url);
const MEMORY_BYTES_MAX = 768 * 1_048_576;
const TIMEOUT_MS = 30_000;

/**
 * Draws the first page of the PDF at `path`, its longer side that many pixels long, in a process of its own, which is ended when
 * it takes over half a minute or too much memory. A thread would not do: one that is ended while it unpacks takes the whole process with it.
 * @throws ReadingError; rejects with the signal's reason when it aborts.
 */
export async function drawFirstPage(
  order: FirstPageOrder,
  signal: AbortSignal = new AbortController().signal,
): Promise<DrawnPage> {
  let news: FirstPageNews = { failed: 'Nothing was told.' };
  const answer = (told: FirstPageNews) => Promise.resolve(void (news = told));
  const walls = { main: MAIN, memoryBytesMax: MEMORY_BYTES_MAX, reads: [order.path], addons: true };
  try {
    await converse<FirstPageNews>({ ...walls, stepTimeoutMs: TIMEOUT_MS }, { order, signal, answer });
  } catch (error) {
    throw error instanceof ConfinedError ? new ReadingError(error.code, error.message, { cause: error }) : error;
  }
  if ('failed' in news) throw new ReadingError('DAMAGED', `The page can’t be drawn: ${news.failed}`);
  return news;
}
