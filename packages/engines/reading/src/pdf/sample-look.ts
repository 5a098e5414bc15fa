import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readPageText } from './page-text.ts';
import type { PageText } from './page-text.ts';
import { learnStyle } from './style.ts';
import type { Style } from './style.ts';

/** Pages that the style is learned from, spread over the document. */
const SAMPLE_PAGES = 24;
/** So many of them are looked at before the first page is told, so that it is seen soon: every third. */
const FIRST_LOOK_SHARE = 3;
/** Where those say less than this, a closer look costs little, and they do not tell a style. */
const FIRST_LOOK_CHARS_MIN = 2_000;

/** What some pages say of the whole. */
export interface SampleLook {
  readonly style: Style;
  /** What they say, one page after the other. */
  readonly text: string;
  /** No closer look is to be had. */
  readonly isWhole: boolean;
  /** A page of the document; one of these is not read again. */
  pageAt(number: number): Promise<PageText>;
  /** A page is wanted no more. */
  forget(number: number): void;
  /** Looks at all pages that a style is learned from. */
  closer(): Promise<SampleLook>;
}

/** The pages, from 1, that a document of so many is known by: left and right ones. */
export function sampledPages(pageCount: number): number[] {
  const step = Math.max(1, Math.floor(pageCount / SAMPLE_PAGES));
  const count = Math.min(pageCount, SAMPLE_PAGES);
  return Array.from({ length: count }, (_, at) => 1 + at * step + (step % 2 === 0 ? at % 2 : 0));
}

/** Looks at few pages: enough for the language and the first page, the others wait for a closer look wherever reading begins. */
export async function lookFirst(pdf: PDFDocumentProxy): Promise<SampleLook> {
  const numbers = sampledPages(pdf.numPages).filter((_, at) => at % FIRST_LOOK_SHARE === 0);
  const look = await lookAt(pdf, { numbers, known: new Map() });
  return look.text.length < FIRST_LOOK_CHARS_MIN ? look.closer() : look;
}

interface Sample {
  readonly numbers: readonly number[];
  readonly known: Map<number, PageText>;
}

async function lookAt(pdf: PDFDocumentProxy, { numbers, known }: Sample): Promise<SampleLook> {
  for (const number of numbers) if (!known.has(number)) known.set(number, await readPageText(pdf, number));
  const pages = numbers.flatMap((number) => known.get(number) ?? []);
  const all = sampledPages(pdf.numPages);
  const look: SampleLook = {
    style: learnStyle(pages),
    text: pages.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join(' '),
    isWhole: numbers.length === all.length,
    pageAt: async (number) => known.get(number) ?? readPageText(pdf, number),
    forget: (number) => void known.delete(number),
    closer: async () => (look.isWhole ? look : lookAt(pdf, { numbers: all, known })),
  };
  return look;
}
