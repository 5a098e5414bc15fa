import { Worker } from 'node:worker_threads';
import { makePicturePreview } from './picture-preview.ts';
import type { MadePreview } from './picture-preview.ts';
import type { DrawnPage } from './pdf-worker.ts';

const DRAW_TIMEOUT_MS = 30_000;
const MEMORY_MEGABYTES_MAX = 512;

/**
 * Draws the first page of a PDF, in a thread that is ended when it takes too long or too much memory: the reader is a
 * large program, and the file a stranger's.
 */
export async function makePdfPreview(bytes: Uint8Array): Promise<MadePreview> {
  const { png, pageCount, width, height } = await drawFirstPage(bytes);
  const { facts, thumbnails } = await makePicturePreview(png);
  return { facts: { ...facts, width, height, pageCount }, thumbnails };
}

function drawFirstPage(bytes: Uint8Array): Promise<DrawnPage> {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES_MAX },
    stdout: true,
    stderr: true,
  });
  const drawn = Promise.withResolvers<DrawnPage>();
  const timer = setTimeout(() => drawn.reject(new Error('The PDF took too long to draw.')), DRAW_TIMEOUT_MS);
  worker.once('message', drawn.resolve);
  worker.once('error', drawn.reject);
  worker.once('exit', () => drawn.reject(new Error('The PDF could not be drawn.')));
  return drawn.promise.finally(() => {
    clearTimeout(timer);
    void worker.terminate();
  });
}
