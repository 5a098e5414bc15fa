import { readFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { ask, takeOrder, tellEnd } from '@modu/confined/inside';
import { cleanHead } from '../clean.ts';
import { isPart } from '../contract.ts';
import type { DocumentHead, DocumentPart } from '../contract.ts';
import { polish } from '../polish.ts';
import { prepare, readerOf } from '../readers.ts';
import { ReadingError } from '../reading-error.ts';
import type { RecognisedLine } from '../recognise/recogniser.ts';
import type { CompileOrder, ReadNews, ReadOrder } from './messages.ts';
import { createOutbox } from './outbox.ts';

// A process of its own for one document: it may only read that file, its memory is bounded, and whoever started it may end it.

const tell = <Answer = unknown>(news: ReadNews): Promise<Answer> => ask<Answer>(news);

const outbox = createOutbox((parts) => tell({ tell: 'PARTS', parts }));

async function recognise(png: Uint8Array, language: string | null): Promise<readonly RecognisedLine[]> {
  await outbox.settled();
  return tell({ tell: 'PICTURE', png, language });
}

async function read({ path, ...order }: ReadOrder): Promise<void> {
  const source = { ...order, recognise: order.recognise ? recognise : null, bytes: readFileSync(path) };
  const readFormat = await readerOf(source);
  let language = order.language ?? 'und';
  const take = async (told: DocumentHead | DocumentPart) => {
    if (isPart(told)) return outbox.add(polish(told, language));
    const head = cleanHead(told);
    language = head.language;
    await tell({ tell: 'HEAD', head });
  };
  try {
    for await (const told of readFormat(source)) await take(told);
  } finally {
    // What was read before a broken page stays read.
    await outbox.flush();
  }
}

const toNews = (error: unknown): ReadNews => {
  if (!(error instanceof ReadingError))
    return { tell: 'FAILED', code: 'DAMAGED', message: String(error).slice(0, 500) };
  const { code, message, page } = error;
  return { tell: 'FAILED', code, message, ...(page === undefined ? {} : { page }) };
};

const ordered = takeOrder<ReadOrder | CompileOrder>();
// While the file is on its way.
const prepared = prepare(process.argv[2]);
prepared.catch(() => undefined);
const order = await ordered;
if ('path' in order) await read(order).catch((error: unknown) => tell(toNews(error)));
else {
  await prepared;
  flushCompileCache();
}
await tellEnd();
