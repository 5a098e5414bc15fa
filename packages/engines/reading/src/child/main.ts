import { readFileSync } from 'node:fs';
import { ask, takeOrder, tellEnd } from '@modu/confined/inside';
import { isPart } from '../contract.ts';
import type { DocumentHead, DocumentPart } from '../contract.ts';
import { polish } from '../polish.ts';
import { readerOf } from '../readers.ts';
import { ReadingError } from '../reading-error.ts';
import type { RecognisedLine } from '../recognise/recogniser.ts';
import type { ReadNews, ReadOrder } from './messages.ts';

// A process of its own for one document: it may only read that file, its memory is bounded, and whoever started it may end it.

const tell = <Answer = unknown>(news: ReadNews): Promise<Answer> => ask<Answer>(news);

const tellRead = (told: DocumentHead | DocumentPart, language: string): Promise<unknown> =>
  tell(isPart(told) ? { tell: 'PART', part: polish(told, language) } : { tell: 'HEAD', head: told });

const recognise = (png: Uint8Array, language: string | null): Promise<readonly RecognisedLine[]> =>
  tell({ tell: 'PICTURE', png, language });

async function read({ path, ...order }: ReadOrder): Promise<void> {
  const source = { ...order, recognise: order.recognise ? recognise : null, bytes: readFileSync(path) };
  const readFormat = await readerOf(source);
  let language = order.language ?? 'und';
  for await (const told of readFormat(source)) {
    if (!isPart(told)) language = told.language;
    await tellRead(told, language);
  }
}

const toNews = (error: unknown): ReadNews => {
  if (!(error instanceof ReadingError))
    return { tell: 'FAILED', code: 'DAMAGED', message: String(error).slice(0, 500) };
  const { code, message, page } = error;
  return { tell: 'FAILED', code, message, ...(page === undefined ? {} : { page }) };
};

await read(await takeOrder<ReadOrder>()).catch((error: unknown) => tell(toNews(error)));
await tellEnd();
