import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DocumentHead, DocumentPart, Source } from '../contract.ts';
import { ReadingError } from '../reading-error.ts';
import { believedLanguage, languageOf } from '../text/language.ts';
import { showsSomething, unreadPage } from './bare-page.ts';
import { openDrawings } from './drawings.ts';
import type { DrawingOf } from './drawings.ts';
import { openFigureLook } from './figure-look.ts';
import { openFontLook } from './font-look.ts';
import { openPdf } from './open-pdf.ts';
import { toPageBlocks } from './page-blocks.ts';
import type { PageText } from './page-text.ts';
import { openRuleLook } from './ruled-lines.ts';
import { openPictureLook } from './picture-look.ts';
import { renderPage } from './render-page.ts';
import { lookFirst } from './sample-look.ts';
import { openMarksLook } from './scan-under-marks.ts';
import { openScannedPages } from './scanned-pages.ts';

/** A PDF, page by page, in the order a person reads it. */
export async function* readPdf(source: Source): AsyncGenerator<DocumentHead | DocumentPart, void> {
  const pdf = await openPdf(source.bytes);
  try {
    const pageCount = pdf.numPages;
    const { recognise } = source;
    let look = await lookFirst(pdf);
    const { text, pageAt } = look;
    const drawingOf = openDrawings(pdf);
    const isMarkedScan = openMarksLook(drawingOf);
    let fontsOf = openFontLook({ pdf, drawingOf }, look.style);
    const withRules = openRuleLook(drawingOf);
    const withPlaces = openFigureLook(drawingOf);
    const withPictures = openPictureLook(drawingOf);
    const isPicture = async (page: PageText) => isBare(page) || (await isMarkedScan(page));
    const drawable = {
      pageCount,
      draw: (number: number) => renderPage(pdf, number),
      isBare: async (number: number) => isPicture(await pageAt(number)),
    };
    const scans = recognise && openScannedPages(drawable, recognise);
    if (text.trim() === '' && !scans) throw new ReadingError('NO_TEXT', whyNoText(await pageAt(1)), { page: 1 });
    const labels = (await pdf.getPageLabels().catch(() => null)) as string[] | null;
    const said = source.language ?? (await languageSaid(pdf, text));
    const language = said ?? languageOf(text.trim() === '' && scans ? await scans.textOf(1, null) : text);
    yield { format: 'PDF', title: await titleSaid(pdf), language, pageCount, partCount: pageCount };
    for (let number = source.fromPart; number <= pageCount; number += 1) {
      if (number > 1 && !look.isWhole) {
        look = await look.closer();
        fontsOf = openFontLook({ pdf, drawingOf }, look.style);
      }
      const page = await pageAt(number);
      if (look.isWhole) look.forget(number);
      const label = labels?.[number - 1] ?? null;
      if (scans && (await isPicture(page))) {
        yield { number, blocks: await scans.blocks(number, { language, label }) };
        continue;
      }
      const seen = await withPictures(await withPlaces(await withRules(page)));
      const blocks = toPageBlocks(seen, { ...look.style, ...(await fontsOf(page)) }, label);
      if ((await isUnread(page, drawingOf)) || (await isMarkedScan(page))) {
        const unread = unreadPage({ number, label, isUnmapped: page.isUnmapped === true }, language);
        yield { number, blocks: [...blocks, unread], isUnread: true };
      } else yield { number, blocks };
    }
  } finally {
    await pdf.loadingTask.destroy();
  }
}

const isBare = ({ pieces }: PageText): boolean => pieces.every(({ text }) => text.trim() === '');

/** A page that shows something of which nothing is told. */
const isUnread = async (page: PageText, drawingOf: DrawingOf): Promise<boolean> =>
  page.isUnmapped === true ||
  (isBare(page) && page.figures.length === 0 && showsSomething(await drawingOf(page.number)));

const whyNoText = ({ isUnmapped }: PageText): string =>
  isUnmapped ? 'The fonts of page 1 do not say which letters they show.' : 'The pages are pictures.';

async function titleSaid(pdf: PDFDocumentProxy): Promise<string | null> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const title = (info as { Title?: unknown }).Title;
  // Printers write their file's name here.
  return typeof title === 'string' &&
    title.trim() !== '' &&
    !/\.(docx?|hwpx?|tex|indd)$|^(untitled|microsoft word)/i.test(title)
    ? title.trim()
    : null;
}

async function languageSaid(pdf: PDFDocumentProxy, text: string): Promise<string | null> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const language = (info as { Language?: unknown }).Language;
  return typeof language === 'string' ? (believedLanguage(language, text) ?? null) : null;
}
