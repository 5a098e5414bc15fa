import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DrawingOf } from './drawings.ts';
import { followSpace, PAINTED_ONCE, unitIn } from './page-pictures.ts';
import type { Drawn } from './page-pictures.ts';
import type { PageText } from './page-text.ts';
import { around, times } from './upright.ts';
import type { Matrix, Rect } from './upright.ts';

/** So many pages of a document are looked at. */
const LOOKS_MAX = 200;

/** A page with the places of its figures, where its tags do not say them: by what is drawn under a figure's marks. */
export function openFigureLook(drawingOf: DrawingOf): (page: PageText) => Promise<PageText> {
  let looks = 0;
  return async (page) => {
    const isWanted = page.figures.some(({ place, marks }) => place === null && marks.length > 0);
    if (!isWanted || looks >= LOOKS_MAX) return page;
    looks += 1;
    const drawing = await drawingOf(page.number);
    if (!drawing) return page;
    const places = placesOfMarks(drawing, (written) => drawing.upright.matrix(written));
    const figures = page.figures.map((figure) => ({
      ...figure,
      place:
        figure.place ?? around(figure.marks.map((mark) => places.get(mark)).filter((place) => place !== undefined)),
    }));
    return { ...page, figures };
  };
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
