import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What the thread answers. */
export interface DrawnPage {
  readonly png: Uint8Array;
  readonly pageCount: number;
  /** Of the first page, in points. */
  readonly width: number;
  readonly height: number;
}

const SIDE_PIXELS = 1_024;
const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

async function drawFirstPage(data: Uint8Array): Promise<DrawnPage> {
  const document = await getDocument({
    data: new Uint8Array(data),
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
    cMapUrl: `${join(home, 'cmaps')}/`,
    wasmUrl: `${join(home, 'wasm')}/`,
    disableAutoFetch: true,
    verbosity: 0,
  }).promise;
  const page = await document.getPage(1);
  const size = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: SIDE_PIXELS / Math.max(size.width, size.height) });
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  await page.render({ canvas, viewport, background: 'white' }).promise;
  const png = new Uint8Array(await canvas.encode('png'));
  return { png, pageCount: document.numPages, width: Math.round(size.width), height: Math.round(size.height) };
}

parentPort?.postMessage(await drawFirstPage(workerData as Uint8Array));
