import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ReadingError } from '../reading-error.ts';
import { describedFigures } from './figures.ts';
import type { Figure } from './figures.ts';
import type { Rule } from './rule.ts';
import { uprightOf } from './upright.ts';
import type { Rect, Upright } from './upright.ts';

/** A stretch of text as a page shows it. Points from the lower left corner; `y` is the baseline. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the font. */
  readonly size: number;
  readonly link: string | null;
  /** All letters of its font are as wide. */
  readonly isMono?: boolean;
  /** The font, by the name that it has while its file is open; other pages may call the same another. */
  readonly font?: string;
  /** Pieces of one line in different cells have different numbers, where lines are ruled between them. */
  readonly cell?: number;
  /** How sure it is that it says this, where letters were recognised in a picture. */
  readonly confidence?: number;
}

export interface PageText {
  readonly number: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  /** The pictures that the page's author described. */
  readonly figures: readonly Figure[];
  /** The lines that are ruled on it, where it may hold a table. */
  readonly rules?: readonly Rule[];
  /** How much of a page its text covers, 0 to 1, where the page is one of a PDF. */
  readonly textShare?: number;
  /** Its fonts do not say which letters they show: nothing of it is known. */
  readonly isUnmapped?: boolean;
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

interface LinkArea {
  readonly url: string;
  readonly rect: Rect;
}

/** What pdf.js calls the fonts of programs and typewriters. */
const MONO = 'monospace';
/** Characters that no font maps to a letter. */
const UNMAPPED = /[\u0000-\u0008\u000e-\u001f\ue000-\uf8ff\ufffd]/g;
const UNMAPPED_SHARE_MAX = 0.3;
/** A page with more pieces is no page of a document. */
const PIECES_MAX = 100_000;

/** The text of a page with its places. @throws ReadingError DAMAGED, with the page. */
export async function readPageText(pdf: PDFDocumentProxy, number: number): Promise<PageText> {
  try {
    const page = await pdf.getPage(number);
    const [content, annotations, tree] = await Promise.all([
      page.getTextContent(),
      page.getAnnotations(),
      page.getStructTree(),
    ]);
    const viewport = page.getViewport({ scale: 1 });
    const upright = uprightOf(viewport);
    const { height } = upright;
    const links = (annotations as { subtype?: string; url?: string; rect: LinkArea['rect'] }[]).flatMap(
      ({ subtype, url, rect }) => (subtype === 'Link' && url ? [{ url, rect: upright.rect(rect) }] : []),
    );
    const items = content.items.filter((item): item is TextItem & typeof item => 'str' in item).slice(0, PIECES_MAX);
    const pieces = items.flatMap((item) => {
      const piece = toPiece(item, upright, links);
      const isMono = content.styles[item.fontName]?.fontFamily === MONO;
      return piece ? { ...piece, isMono, font: item.fontName } : [];
    });
    const figures = tree ? [...describedFigures(tree as Parameters<typeof describedFigures>[0], upright)] : [];
    const textShare = inkOf(pieces) / Math.max(1, viewport.width * height);
    page.cleanup();
    return isMapped(pieces)
      ? { number, height, pieces, figures, textShare }
      : { number, height, pieces: [], figures, isUnmapped: true };
  } catch (error) {
    throw new ReadingError('DAMAGED', `Page ${number} is broken: ${String(error)}`, { page: number, cause: error });
  }
}

function toPiece(item: TextItem, upright: Upright, links: readonly LinkArea[]): Piece | undefined {
  const { str } = item;
  const width = item.width * upright.scale;
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = upright.matrix(item.transform);
  const size = Math.hypot(c, d);
  // Text that stands on its side is a label of a drawing or a mark on the margin.
  if (str === '' || size === 0 || Math.abs(b) > Math.abs(a)) return undefined;
  const middle = { x: x + width / 2, y: y + size / 3 };
  const link = links.find(
    ({ rect: [left, low, right, high] }) =>
      middle.x >= left && middle.x <= right && middle.y >= low && middle.y <= high,
  );
  return { text: str, x, y, width, size, link: link?.url ?? null };
}

/** The boxes of what can be seen, together. */
const inkOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { text, width, size }) => sum + (text.trim() === '' ? 0 : width * size), 0);

function isMapped(pieces: readonly Piece[]): boolean {
  const text = pieces
    .map((piece) => piece.text)
    .join('')
    .replaceAll(/\s/g, '');
  const unmapped = text.match(UNMAPPED)?.length ?? 0;
  return unmapped <= text.length * UNMAPPED_SHARE_MAX;
}
