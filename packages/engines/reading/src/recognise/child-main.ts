import { once } from 'node:events';
import { createWorker } from 'tesseract.js';
import type { Worker } from 'tesseract.js';
import { lookTwice } from './recogniser.ts';
import type { Letters, RecognisedLine } from './recogniser.ts';

// A process of its own for tesseract.js: it may read its trained data and start its own thread, nothing else.

/** What it is asked: first where the letters lie, then pictures. */
export interface RecogniseOrder {
  readonly png: Uint8Array;
  readonly letters: Letters;
  /** The folder of the trained data; it never looks for them elsewhere. */
  readonly dataPath: string;
}
export type RecogniseNews = { readonly lines: readonly RecognisedLine[] } | { readonly failed: string };

/** How tesseract calls its page segmentation modes. */
const MODES = { COLUMNS: '3', BLOCK: '6' } as const;
const LSTM_ONLY = 1;

let worker: Worker | undefined;
let loaded: Letters | undefined;

async function workerFor({ letters, dataPath }: RecogniseOrder): Promise<Worker> {
  if (worker && loaded === letters) return worker;
  await worker?.terminate();
  worker = await createWorker(letters.split('+'), LSTM_ONLY, {
    langPath: dataPath,
    cacheMethod: 'none',
    // Without it a failure would end the process from within the library.
    errorHandler: (error: unknown) => process.send?.({ failed: String(error).slice(0, 500) } satisfies RecogniseNews),
  });
  loaded = letters;
  return worker;
}

async function recognise(order: RecogniseOrder): Promise<readonly RecognisedLine[]> {
  const ready = await workerFor(order);
  return lookTwice(async (mode) => {
    await ready.setParameters({ tessedit_pageseg_mode: MODES[mode] as never, user_defined_dpi: '200' });
    const { data } = await ready.recognize(Buffer.from(order.png), {}, { blocks: true });
    const paragraphs = (data.blocks ?? []).flatMap((block) => block.paragraphs);
    return paragraphs.flatMap((paragraph) =>
      paragraph.lines.flatMap(({ words, bbox, rowAttributes }) => {
        const told = words.flatMap(({ text, bbox: { x0, x1 }, confidence }) =>
          text.trim() === '' ? [] : [{ text: text.trim(), left: x0, right: x1, confidence: confidence / 100 }],
        );
        return told.length === 0 ? [] : [{ words: told, bottom: bbox.y1, height: rowAttributes.rowHeight }];
      }),
    );
  });
}

for (;;) {
  const [order] = (await once(process, 'message')) as [RecogniseOrder];
  const news: RecogniseNews = await recognise(order).then(
    (lines) => ({ lines }),
    (error: unknown) => ({ failed: String(error).slice(0, 500) }),
  );
  process.send?.(news);
}
