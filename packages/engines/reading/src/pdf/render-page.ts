import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ReadingError } from '../reading-error.ts';

/** 200 dots an inch: letters of 10 points are some 28 dots high. */
const SCALE = 200 / 72;
const PIXELS_MAX = 12_000_000;

interface Canvas {
  readonly canvas: { encode(format: 'png'): Promise<Uint8Array> };
  readonly context: unknown;
}
interface CanvasFactory {
  create(width: number, height: number): Canvas;
  destroy(canvas: Canvas): void;
}

/** A page as it looks, as PNG. @throws ReadingError DAMAGED. */
export async function renderPage(pdf: PDFDocumentProxy, number: number): Promise<Uint8Array> {
  const factory = pdf.canvasFactory as CanvasFactory;
  try {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const scale = Math.min(SCALE, Math.sqrt(PIXELS_MAX / Math.max(1, width * height)));
    const viewport = page.getViewport({ scale });
    const made = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
    const { context: canvasContext, canvas } = made;
    await page.render({ canvasContext, canvas, viewport, background: '#fff' } as never).promise;
    const png = await canvas.encode('png');
    factory.destroy(made);
    page.cleanup();
    return png;
  } catch (cause) {
    throw new ReadingError('DAMAGED', `Page ${number} can’t be drawn: ${String(cause)}`, { page: number, cause });
  }
}
