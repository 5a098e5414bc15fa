import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DrawingOf } from './drawings.ts';
import { emphasesOf, setsApart } from './font-name.ts';
import { isOfListing } from './listing.ts';
import type { PageText } from './page-text.ts';
import { toRows } from './rows.ts';
import type { Style } from './style.ts';

/** Where more of a page is heavy, or leans, that says nothing. */
const STRONG_SHARE_MAX = 0.4;
/** Where each page calls its fonts by other names, no more pages than this are looked at. */
const LOOKS_MAX = 100;

/** What the fonts of a page say of what is written in them. */
type FontSigns = Pick<Style, 'strongFonts' | 'emphases'>;

interface Opened {
  readonly pdf: PDFDocumentProxy;
  readonly drawingOf: DrawingOf;
}

/** Says which fonts set lines and passages of a page apart. A page is only looked at closely when it has several, of which one is not known yet. */
export function openFontLook(
  { pdf, drawingOf }: Opened,
  style: Pick<Style, 'isMono'>,
  { looksMax = LOOKS_MAX }: { readonly looksMax?: number } = {},
): (page: PageText) => Promise<FontSigns> {
  const known = new Map<string, string>();
  let looks = 0;
  return async (page) => {
    const letters = lettersByFont(page.pieces);
    const fonts = letters.size > 1 ? [...letters.keys()] : [];
    if (looks < looksMax && fonts.some((font) => !known.has(font))) {
      looks += 1;
      await drawingOf(page.number);
      await learn(pdf, page.number, { fonts, known });
    }
    const nameOf = (font: string) => known.get(font) ?? '';
    const heavy = fontsOfLines(page, style).filter((font) => setsApart(nameOf(font)));
    return {
      strongFonts: isMuch(letters, heavy) ? new Set() : new Set(heavy),
      emphases: emphasesIn(letters, nameOf),
    };
  };
}

/** How fonts make passages stand out; not in a way that most of the page has. */
function emphasesIn(letters: ReadonlyMap<string, number>, nameOf: (font: string) => string): Style['emphases'] {
  const fonts = [...letters.keys()];
  const own = new Map(fonts.map((font) => [font, emphasesOf(nameOf(font))]));
  const usual = (['BOLD', 'ITALIC'] as const).filter((kind) =>
    isMuch(
      letters,
      fonts.filter((font) => own.get(font)!.includes(kind)),
    ),
  );
  return new Map(fonts.map((font) => [font, own.get(font)!.filter((kind) => !usual.includes(kind as 'BOLD'))]));
}

/** The most used font of a page, and those of whole lines that have none of it; nothing when there are none. */
function fontsOfLines({ pieces }: PageText, style: Pick<Style, 'isMono'>): string[] {
  const [main] = [...lettersByFont(pieces)].sort((a, b) => b[1] - a[1]);
  if (!main) return [];
  const lone = toRows(pieces).flatMap((row) => {
    const fonts = row.segments.flatMap((segment) => segment.fonts);
    return isOfListing(row, style) || fonts.includes(main[0]) ? [] : fonts;
  });
  return lone.length > 0 ? [...new Set([main[0], ...lone])] : [];
}

function isMuch(letters: ReadonlyMap<string, number>, fonts: readonly string[]): boolean {
  let [strong, all] = [0, 0];
  for (const [font, count] of letters) [strong, all] = [strong + (fonts.includes(font) ? count : 0), all + count];
  return strong > all * STRONG_SHARE_MAX;
}

function lettersByFont(pieces: PageText['pieces']): Map<string, number> {
  const letters = new Map<string, number>();
  for (const { text, font } of pieces)
    if (font) letters.set(font, (letters.get(font) ?? 0) + text.replaceAll(/\s/g, '').length);
  return letters;
}

interface Lesson {
  readonly fonts: readonly string[];
  readonly known: Map<string, string>;
}

/** Names of fonts are told with what a page draws, which was asked for. */
async function learn(pdf: PDFDocumentProxy, number: number, { fonts, known }: Lesson): Promise<void> {
  const page = await pdf.getPage(number);
  for (const font of fonts) {
    const told: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : null;
    const name = typeof told === 'object' && told !== null && 'name' in told ? told.name : '';
    known.set(font, String(name));
  }
  page.cleanup();
}
