import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { followSpace, PAINTED_ONCE, unitIn } from './page-pictures.ts';
import type { Drawn } from './page-pictures.ts';
import type { PageText } from './page-text.ts';
import { times, uprightOf } from './upright.ts';
import type { Matrix, Rect } from './upright.ts';

/** What a look costs is that the pictures of its page are unpacked too. */
const LOOKS_MAX = 200;

/** A page with the places of its figures, where its tags do not say them: by what is drawn under a figure's marks. */
export function openFigureLook(pdf: PDFDocumentProxy): (page: PageText) => Promise<PageText> {
  let looks = 0;
  return async (page) => {
    const isWanted = page.figures.some(({ place, marks }) => place === null && marks.length > 0);
    if (!isWanted || looks >= LOOKS_MAX) return page;
    looks += 1;
    const places = await look(pdf, page.number);
    const figures = page.figures.map((figure) => ({
      ...figure,
      place:
        figure.place ?? around(figure.marks.map((mark) => places.get(mark)).filter((place) => place !== undefined)),
    }));
    return { ...page, figures };
  };
}

async function look(pdf: PDFDocumentProxy, number: number): Promise<ReadonlyMap<number, Rect>> {
  const page = await pdf.getPage(number);
  try {
    const upright = uprightOf(page.getViewport({ scale: 1 }));
    return placesOfMarks(await page.getOperatorList(), (written) => upright.matrix(written));
  } catch {
    // Its text was read; what else is drawn there is broken.
    return new Map();
  } finally {
    page.cleanup();
  }
}

/** Where a page draws pictures and outlines under each of its marks. */
export function placesOfMarks(drawn: Drawn, seen: (written: Matrix) => Matrix): Map<number, Rect> {
  const places = new Map<number, Rect>();
  const open: (number | undefined)[] = [];
  followSpace(drawn, (operator, args, space) => {
    if (operator === OPS.beginMarkedContent) open.push(undefined);
    else if (operator === OPS.beginMarkedContentProps) open.push(markIn(args));
    else if (operator === OPS.endMarkedContent) open.pop();
    else {
      const mark = open.findLast((one) => one !== undefined);
      const drawnAt = mark === undefined ? undefined : boundsOf(operator, args, seen(space));
      if (mark !== undefined && drawnAt) places.set(mark, around([places.get(mark) ?? drawnAt, drawnAt])!);
    }
  });
  return places;
}

const markIn = (args: unknown): number | undefined =>
  Array.isArray(args) && typeof args[1] === 'number' ? args[1] : undefined;

function boundsOf(operator: number, args: unknown, space: Matrix): Rect | undefined {
  if (PAINTED_ONCE.has(operator)) return unitIn(space);
  // A path that ends without being painted only bounds what comes after it.
  if (operator !== OPS.constructPath || !Array.isArray(args) || args[0] === OPS.endPath) return undefined;
  const bounds: unknown = args[2];
  if (!(bounds instanceof Float32Array) || bounds.length !== 4 || !bounds.every(Number.isFinite)) return undefined;
  const [left = 0, low = 0, right = 0, high = 0] = bounds;
  return unitIn(times(space, [right - left, 0, 0, high - low, left, low]));
}

/** The smallest box around all of them. */
function around(rects: readonly Rect[]): Rect | null {
  if (rects.length === 0) return null;
  const [lefts, lows, rights, highs] = ([0, 1, 2, 3] as const).map((side) => rects.map((rect) => rect[side])) as [
    number[],
    number[],
    number[],
    number[],
  ];
  return [Math.min(...lefts), Math.min(...lows), Math.max(...rights), Math.max(...highs)];
}
