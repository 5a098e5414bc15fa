import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Drawn } from './page-pictures.ts';
import { uprightOf } from './upright.ts';
import type { Rect, Upright } from './upright.ts';

/** What a page draws. */
export interface Drawing extends Drawn {
  readonly upright: Upright;
  /** The sheet, in the page's own space. */
  readonly sheet: Rect;
}

/** What a page draws, by its number from 1; undefined where it is broken. To know it, the pictures of the page are unpacked too. */
export type DrawingOf = (number: number) => Promise<Drawing | undefined>;

/** Everything that looks at a page closely looks at the same drawing: that of the last page is kept. */
export function openDrawings(pdf: PDFDocumentProxy): DrawingOf {
  let last: { readonly number: number; readonly drawing: Promise<Drawing | undefined> } | undefined;
  return (number) => {
    if (last?.number !== number) last = { number, drawing: drawingOf(pdf, number) };
    return last.drawing;
  };
}

async function drawingOf(pdf: PDFDocumentProxy, number: number): Promise<Drawing | undefined> {
  const page = await pdf.getPage(number);
  try {
    const { fnArray, argsArray } = await page.getOperatorList();
    const upright = uprightOf(page.getViewport({ scale: 1 }));
    return { fnArray, argsArray: argsArray as readonly unknown[], upright, sheet: page.view as unknown as Rect };
  } catch {
    // Its text was read; what else is drawn there is broken.
    return undefined;
  } finally {
    page.cleanup();
  }
}
