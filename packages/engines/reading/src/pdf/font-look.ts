import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { setsApart } from './font-name.ts';
import { isOfListing } from './listing.ts';
import type { PageText } from './page-text.ts';
import { toRows } from './rows.ts';
import type { Style } from './style.ts';

/** Where more of a page is heavy, its weight says nothing. */
const STRONG_SHARE_MAX = 0.4;
/** A look unpacks the pictures of its page too; where each page calls its fonts by other names, no more pages than this are looked at. */
const LOOKS_MAX = 100;

/** Says which fonts set lines of a page apart. A page is only looked at closely when whole lines of it are in a font that is not known yet. */
export function openFontLook(
  pdf: PDFDocumentProxy,
  style: Pick<Style, 'isMono'>,
  { looksMax = LOOKS_MAX }: { readonly looksMax?: number } = {},
): (page: PageText) => Promise<ReadonlySet<string>> {
  const known = new Map<string, boolean>();
  let looks = 0;
  return async (page) => {
    const fonts = fontsToTell(page, style);
    if (looks < looksMax && fonts.some((font) => !known.has(font))) {
      looks += 1;
      await learn(pdf, page.number, { fonts, known });
    }
    return strongFonts(page, new Set(fonts.filter((font) => known.get(font))));
  };
}

/** The most used font of a page, and those of whole lines that have none of it; nothing when there are none. */
function fontsToTell({ pieces }: PageText, style: Pick<Style, 'isMono'>): string[] {
  const [main] = [...lettersByFont(pieces)].sort((a, b) => b[1] - a[1]);
  if (!main) return [];
  const lone = toRows(pieces).flatMap((row) => {
    const fonts = row.segments.flatMap((segment) => segment.fonts);
    return isOfListing(row, style) || fonts.includes(main[0]) ? [] : fonts;
  });
  return lone.length > 0 ? [...new Set([main[0], ...lone])] : [];
}

/** Those of the heavy fonts of a page that set its lines apart: none where most of the page is as heavy. */
function strongFonts({ pieces }: PageText, heavy: ReadonlySet<string>): ReadonlySet<string> {
  const letters = lettersByFont(pieces);
  let [strong, all] = [0, 0];
  for (const [font, count] of letters) [strong, all] = [strong + (heavy.has(font) ? count : 0), all + count];
  return strong > all * STRONG_SHARE_MAX ? new Set() : heavy;
}

function lettersByFont(pieces: PageText['pieces']): Map<string, number> {
  const letters = new Map<string, number>();
  for (const { text, font } of pieces)
    if (font) letters.set(font, (letters.get(font) ?? 0) + text.replaceAll(/\s/g, '').length);
  return letters;
}

interface Lesson {
  readonly fonts: readonly string[];
  readonly known: Map<string, boolean>;
}

/** Names of fonts are told with what a page draws. */
async function learn(pdf: PDFDocumentProxy, number: number, { fonts, known }: Lesson): Promise<void> {
  const page = await pdf.getPage(number);
  // Its text was read; where what else it draws is broken, its fonts are not told.
  await page.getOperatorList().catch(() => undefined);
  for (const font of fonts) {
    const told: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : null;
    const name = typeof told === 'object' && told !== null && 'name' in told ? told.name : '';
    known.set(font, setsApart(String(name)));
  }
  page.cleanup();
}
