import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { contentsTitleOf, layoutPages, LayoutRefused, listBrailleCodes, packPage } from '@modu/engine-braille';
import type { BrailleBlock, BraillePage, KeptPage } from '@modu/engine-braille';
import type { BlockToBraille } from '../store/cells-store.ts';
import { toBrailleBlock } from './braille-blocks.ts';
import type { ThreadOrder } from './braille-maker.ts';
import { LEAVE } from './braille-messages.ts';
import type { BrailleNews } from './braille-messages.ts';
import { createCellsBook } from './cells-book.ts';
import { openTranslator } from './translator.ts';

// A thread of its own for one document: it asks for blocks when it needs them and waits after the pages it tells.

const BLOCKS_TAKEN = 200;
/** The first page is told at once, the others together. */
const PAGES_TOLD = 20;
const FRESH_BYTES_TOLD = 1_000_000;

const port = parentPort;
if (!port) throw new Error('This runs in a thread of its own.');
const leaving = new AbortController();
port.on('message', (message) => message === LEAVE && leaving.abort());
const order = workerData as ThreadOrder;
const translator = openTranslator(order);
const book = createCellsBook(translator.translate);
let position = 0;

async function ask<Answer>(news: BrailleNews): Promise<Answer> {
  const answered = once(port!, 'message', { signal: leaving.signal });
  port!.postMessage(news);
  const [answer] = (await answered) as [Answer];
  return answer;
}

async function* blocks(): AsyncGenerator<BrailleBlock> {
  for (let after = 0; ;) {
    const taken = await ask<BlockToBraille[]>({ tell: 'BLOCKS', after, take: BLOCKS_TAKEN });
    for (const placed of taken) {
      position = placed.position;
      book.open(placed);
      yield toBrailleBlock(placed);
      if (book.freshBytes() > FRESH_BYTES_TOLD) await tellCells();
    }
    book.close();
    if (taken.length < BLOCKS_TAKEN) return;
    after = position;
  }
}

async function tellCells(): Promise<void> {
  const fresh = book.takeFresh();
  if (fresh.length > 0) await ask({ tell: 'CELLS', fresh });
}

/** In the language of the code, not of the document: who reads the one knows what it says. */
const contentsTitle = (): string => contentsTitleOf(listBrailleCodes().find(({ id }) => id === order.code)?.language);

async function make(): Promise<void> {
  let pages: KeptPage[] = [];
  let told = 0;
  const contents: KeptPage[] = [];
  const onContents = (front: readonly BraillePage[]) => contents.push(...front.map(packPage));
  const options = { setup: order.setup, translate: book.translate, onContents, contentsTitle: contentsTitle() };
  for await (const page of layoutPages(blocks, options)) {
    pages.push(packPage(page));
    if (told > 0 && pages.length < PAGES_TOLD) continue;
    await ask({ tell: 'PAGES', pages, position });
    told += pages.length;
    pages = [];
  }
  if (pages.length > 0) await ask({ tell: 'PAGES', pages, position });
  if (contents.length > 0) await ask({ tell: 'CONTENTS', pages: contents });
  await tellCells();
}

try {
  await make();
  port.postMessage({ tell: 'END' } satisfies BrailleNews);
} catch (error) {
  if (error instanceof LayoutRefused) {
    const message = `${error.refusal.refused} in block ${error.block}`;
    port.postMessage({ tell: 'REFUSED', message } satisfies BrailleNews);
  } else if (!leaving.signal.aborted) throw error;
} finally {
  await translator.close();
  port.close();
}
