import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { isPart } from '../contract.ts';
import type { DocumentHead, DocumentPart } from '../contract.ts';
import { polish } from '../polish.ts';
import { prepareFor, readerOf } from '../readers.ts';
import { ReadingError } from '../reading-error.ts';
import type { LettersAnswer, ReadNews, ReadOrder } from './messages.ts';
import { createOutbox } from './outbox.ts';

// A process of its own for one document: it may only read files, its memory is bounded, and whoever started it may end it.

const send = (news: ReadNews): Promise<void> =>
  new Promise((resolve, reject) => process.send?.(news, (error: Error | null) => (error ? reject(error) : resolve())));

/** Resolves with the answer. */
async function tell<Answer>(news: ReadNews): Promise<Answer> {
  const answered = once(process, 'message');
  await send(news);
  const [answer] = (await answered) as [Answer];
  return answer;
}

const outbox = createOutbox((parts) => tell({ tell: 'PARTS', parts }));

async function recognise(png: Uint8Array, language: string | null): Promise<LettersAnswer['lines']> {
  await outbox.settled();
  return (await tell<LettersAnswer>({ tell: 'PICTURE', png, language })).lines;
}

async function read({ path, ...order }: ReadOrder): Promise<void> {
  const source = { ...order, recognise: order.recognise ? recognise : null, bytes: readFileSync(path) };
  const readFormat = await readerOf(source);
  let language = order.language ?? 'und';
  const take = async (told: DocumentHead | DocumentPart) => {
    if (isPart(told)) return outbox.add(polish(told, language));
    language = told.language;
    await tell({ tell: 'HEAD', head: told });
  };
  try {
    for await (const told of readFormat(source)) await take(told);
  } finally {
    // What was read before a broken page stays read.
    await outbox.flush();
  }
  await send({ tell: 'END' });
}

const toNews = (error: unknown): ReadNews => {
  if (!(error instanceof ReadingError))
    return { tell: 'FAILED', code: 'DAMAGED', message: String(error).slice(0, 500) };
  const { code, message, page } = error;
  return { tell: 'FAILED', code, message, ...(page === undefined ? {} : { page }) };
};

const ordered = once(process, 'message') as Promise<[ReadOrder]>;
// While the file is on its way.
void prepareFor(process.argv[2] ?? '').catch(() => undefined);
const [order] = await ordered;
await read(order).catch((error: unknown) => send(toNews(error)));
process.disconnect();
