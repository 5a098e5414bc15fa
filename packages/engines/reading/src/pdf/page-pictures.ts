import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Matrix, Rect } from './upright.ts';
import { times } from './upright.ts';

/** What a page draws, in the words of pdf.js. */
export interface Drawn {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

const UNTURNED: Matrix = [1, 0, 0, 1, 0, 0];
/** The words that paint a picture once, in the square of side one. */
export const PAINTED_ONCE: ReadonlySet<number> = new Set([
  ...[OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject],
]);
const HIDDEN = 3;

/** Goes through what a page draws, with the space in which each thing is drawn. */
export function followSpace(
  { fnArray, argsArray }: Drawn,
  visit: (operator: number, args: unknown, space: Matrix) => void,
): void {
  const kept: Matrix[] = [];
  let space = UNTURNED;
  fnArray.forEach((operator, at) => {
    const args = argsArray[at];
    if (operator === OPS.save) kept.push(space);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) space = kept.pop() ?? space;
    else if (operator === OPS.transform) space = times(space, matrixOf(args) ?? UNTURNED);
    else if (operator === OPS.paintFormXObjectBegin) {
      kept.push(space);
      space = times(space, (Array.isArray(args) ? matrixOf(args[0]) : undefined) ?? UNTURNED);
    } else visit(operator, args, space);
  });
}

/** How much of a page its pictures cover, 0 to 1: a scan may come in bands, so all of them together. */
export function picturesShare(drawn: Drawn, page: Rect): number {
  let covered = 0;
  followSpace(drawn, (operator, _args, space) => {
    if (PAINTED_ONCE.has(operator)) covered += areaWithin(unitIn(space), page);
  });
  const [left, low, right, high] = page;
  return Math.min(1, covered / Math.max(1, (right - left) * (high - low)));
}

/** Whether letters are laid over the page unseen: somebody recognised its picture before. */
export const hasHiddenText = ({ fnArray, argsArray }: Drawn): boolean =>
  fnArray.some((operator, at) => {
    const args = argsArray[at];
    return operator === OPS.setTextRenderingMode && Array.isArray(args) && args[0] === HIDDEN;
  });

function matrixOf(args: unknown): Matrix | undefined {
  const numbers = ArrayBuffer.isView(args) ? Array.from(args as unknown as ArrayLike<number>) : args;
  return Array.isArray(numbers) && numbers.length === 6 ? (numbers as number[]) : undefined;
}

/** Where the square of side one is seen, on which a picture is painted. */
export function unitIn([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: Matrix): Rect {
  const across = [e, e + a, e + c, e + a + c];
  const up = [f, f + b, f + d, f + b + d];
  return [Math.min(...across), Math.min(...up), Math.max(...across), Math.max(...up)];
}

function areaWithin([left, low, right, high]: Rect, [pageLeft, pageLow, pageRight, pageHigh]: Rect): number {
  const width = Math.min(right, pageRight) - Math.max(left, pageLeft);
  const height = Math.min(high, pageHigh) - Math.max(low, pageLow);
  return Math.max(0, width) * Math.max(0, height);
}
