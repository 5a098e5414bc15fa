import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
// It would be loaded with the first document; this way it is there when the document comes.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { ReadingError } from '../reading-error.ts';

export const PDF_PAGES_MAX = 5_000;
/** The mark that ends a file; some programs write a little after it. */
const END_MARK = '%%EOF';
const END_BYTES = 4_096;

/** A sheet of A3 at 600 dots an inch has 70 million; unpacked, more fill the process. What draws such a page fails there. */
const IMAGE_PIXELS_MAX = 100_000_000;

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Opens a PDF; nothing in it is executed. @throws ReadingError ENCRYPTED, DAMAGED or TOO_LARGE. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  if (!Buffer.from(bytes.subarray(-END_BYTES)).includes(END_MARK))
    throw new ReadingError('DAMAGED', 'The file was cut short.');
  const loading = getDocument({
    data: Uint8Array.from(bytes),
    ...{ isEvalSupported: false, disableFontFace: true, useSystemFonts: false, verbosity: 0, stopAtErrors: true },
    ...{ cMapUrl: `${home}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${home}/standard_fonts/` },
    // Else fonts have no names, which say how heavy they are.
    fontExtraProperties: true,
    maxImageSize: IMAGE_PIXELS_MAX,
    // Fax, JBIG2 and JPEG 2000, in which most scanners pack, are unpacked by what lies there; without it such a page is blank.
    wasmUrl: `${home}/wasm/`,
  });
  const pdf = await loading.promise.catch((error: unknown) => {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException')
      throw new ReadingError('ENCRYPTED', 'The file needs a password.', { cause: error });
    throw new ReadingError('DAMAGED', `The file is broken: ${String(error)}`, { cause: error });
  });
  if (pdf.numPages <= PDF_PAGES_MAX) return pdf;
  await loading.destroy();
  throw new ReadingError('TOO_LARGE', `The document has ${pdf.numPages} pages.`);
}
