import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { isPart } from '../contract.ts';
import type { DocumentHead, DocumentPart } from '../contract.ts';
import { polish } from '../polish.ts';
import { readerOf } from '../readers.ts';
import { ReadingError } from '../reading-error.ts';
import type { LettersAnswer, ReadNews, ReadOrder } from './messages.ts';

// A process of its own for one document: it may only read files, its memory is bounded, and whoever started it may end it.

const send = (news: ReadNews): Promise<void> =>
  new Promise((resolve, reject) => process.send?.(news, (error: Error | null) => (error ? reject(error) : resolve())));

async function tell(told: DocumentHead | DocumentPart, language: string): Promise<void> {
  const more = once(process, 'message');
  await send(isPart(told) ? { tell: 'PART', part: polish(told, language) } : { tell: 'HEAD', head: told });
  await more;
}

async function recognise(png: Uint8Array, language: string | null): Promise<LettersAnswer['lines']> {
  const answered = once(process, 'message');
  await send({ tell: 'PICTURE', png, language });
  const [{ lines }] = (await answered) as [LettersAnswer];
  return lines;
}

async function read({ path, ...order }: ReadOrder): Promise<void> {
  const source = { ...order, recognise: order.recognise ? recognise : null, bytes: readFileSync(path) };
  const readFormat = await readerOf(source);
  let language = order.language ?? 'und';
  for await (const told of readFormat(source)) {
    if (!isPart(told)) language = told.language;
    await tell(told, language);
  }
  await send({ tell: 'END' });
}

const toNews = (error: unknown): ReadNews => {
  if (!(error instanceof ReadingError))
    return { tell: 'FAILED', code: 'DAMAGED', message: String(error).slice(0, 500) };
  const { code, message, page } = error;
  return { tell: 'FAILED', code, message, ...(page === undefined ? {} : { page }) };
};

const [order] = (await once(process, 'message')) as [ReadOrder];
await read(order).catch((error: unknown) => send(toNews(error)));
process.disconnect();
