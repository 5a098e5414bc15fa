import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DocumentHead, DocumentPart, Source } from '../contract.ts';
import { ReadingError } from '../reading-error.ts';
import { languageOf, toLanguage } from '../text/language.ts';
import { showsPicture, unreadPage } from './bare-page.ts';
import { openPdf } from './open-pdf.ts';
import { toPageBlocks } from './page-blocks.ts';
import { readPageText } from './page-text.ts';
import type { PageText } from './page-text.ts';
import { openScannedPages } from './scanned-pages.ts';
import { learnStyle } from './style.ts';

/** Pages that the style is learned from, spread over the document; few, so that the first page is seen soon. */
const SAMPLE_PAGES = 24;

/** A PDF, page by page, in the order a person reads it. */
export async function* readPdf(source: Source): AsyncGenerator<DocumentHead | DocumentPart, void> {
  const pdf = await openPdf(source.bytes);
  try {
    const pageCount = pdf.numPages;
    const { recognise } = source;
    const samples = await readSamples(pdf, recognise !== null);
    const style = learnStyle([...samples.values()]);
    const text = [...samples.values()].flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join(' ');
    const pageAt = async (number: number) => samples.get(number) ?? readPage(pdf, number, recognise !== null);
    const scans = recognise && openScannedPages(pdf, recognise, async (number) => isBare(await pageAt(number)));
    if (text.trim() === '' && !scans) throw new ReadingError('NO_TEXT', 'The pages are pictures.', { page: 1 });
    const labels = (await pdf.getPageLabels().catch(() => null)) as string[] | null;
    const said = source.language ?? (await languageSaid(pdf));
    const language = said ?? languageOf(text.trim() === '' && scans ? await scans.textOf(1, null) : text);
    yield { format: 'PDF', title: await titleSaid(pdf), language, pageCount, partCount: pageCount };
    for (let number = source.fromPart; number <= pageCount; number += 1) {
      const page = await pageAt(number);
      samples.delete(number);
      const label = labels?.[number - 1] ?? null;
      if (scans && isBare(page)) {
        yield { number, blocks: await scans.blocks(number, { language, label }) };
        continue;
      }
      const isUnread = isBare(page) && page.figures.length === 0 && (await showsPicture(pdf, number));
      const unread = isUnread ? [unreadPage(number, label, language)] : [];
      yield { number, blocks: [...toPageBlocks(page, style, label), ...unread] };
    }
  } finally {
    await pdf.loadingTask.destroy();
  }
}

const isBare = ({ pieces }: PageText): boolean => pieces.every(({ text }) => text.trim() === '');

/** A page; with `toleratesNoText` one whose letters nobody can tell is one without text. */
async function readPage(pdf: PDFDocumentProxy, number: number, toleratesNoText: boolean): Promise<PageText> {
  return readPageText(pdf, number).catch((error: unknown) => {
    if (!toleratesNoText || !(error instanceof ReadingError) || error.code !== 'NO_TEXT') throw error;
    return { number, height: 0, pieces: [], figures: [] };
  });
}

async function readSamples(pdf: PDFDocumentProxy, toleratesNoText: boolean): Promise<Map<number, PageText>> {
  const step = Math.max(1, Math.floor(pdf.numPages / SAMPLE_PAGES));
  const samples = new Map<number, PageText>();
  for (let number = 1; number <= pdf.numPages && samples.size < SAMPLE_PAGES; number += step)
    samples.set(number, await readPage(pdf, number, toleratesNoText));
  return samples;
}

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

async function languageSaid(pdf: PDFDocumentProxy): Promise<string | null> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const language = (info as { Language?: unknown }).Language;
  return typeof language === 'string' ? (toLanguage(language) ?? null) : null;
}
