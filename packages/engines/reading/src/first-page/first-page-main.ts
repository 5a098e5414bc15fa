import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ask, takeOrder, tellEnd } from '@modu/confined/inside';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

// A process of its own for one page: the library is a large program, and the file a stranger's.

/** What is to be drawn, and how many pixels its longer side has. */
export interface FirstPageOrder {
  readonly path: string;
  readonly sidePixels: number;
}
export type FirstPageNews = DrawnPage | { readonly failed: string };

/** The first page of a PDF as a picture. */
export interface DrawnPage {
  readonly png: Uint8Array;
  readonly pageCount: number;
  /** Of the page, in points. */
  readonly width: number;
  readonly height: number;
}

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

async function drawFirstPage({ path, sidePixels }: FirstPageOrder): Promise<DrawnPage> {
  const document = await getDocument({
    data: new Uint8Array(readFileSync(path)),
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
    cMapUrl: `${join(home, 'cmaps')}/`,
    wasmUrl: `${join(home, 'wasm')}/`,
    disableAutoFetch: true,
    verbosity: 0,
  }).promise;
  const page = await document.getPage(1);
  const size = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: sidePixels / Math.max(size.width, size.height) });
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  await page.render({ canvas, viewport, background: 'white' }).promise;
  const png = new Uint8Array(await canvas.encode('png'));
  return { png, pageCount: document.numPages, width: Math.round(size.width), height: Math.round(size.height) };
}

const order = await takeOrder<FirstPageOrder>();
const news = await drawFirstPage(order).catch((error: unknown) => ({ failed: String(error).slice(0, 500) }));
await ask(news satisfies FirstPageNews);
await tellEnd();
