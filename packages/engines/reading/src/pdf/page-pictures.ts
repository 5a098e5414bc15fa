import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Matrix, Rect } from './upright.ts';
import { areaWithin, around, times } from './upright.ts';

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

/** More are a drawing made of pictures. */
const PICTURES_MAX = 500;
/** Bands of one picture touch, or nearly. */
const SEAM_POINTS = 1.5;

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

/**
 * Where a page shows pictures: bands of one are one, what its author calls ornament is none, and neither is what the file has once and
 * shows on page after page.
 */
export function picturesIn(drawn: Drawn, seen: (written: Matrix) => Matrix): Rect[] {
  const pictures: Rect[] = [];
  const open: string[] = [];
  followSpace(drawn, (operator, args, space) => {
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) open.push(tagIn(args));
    else if (operator === OPS.endMarkedContent) open.pop();
    else if (PAINTED_ONCE.has(operator) && operator !== OPS.paintImageMaskXObject && !open.includes('Artifact'))
      if (pictures.length <= PICTURES_MAX && !isShared(args)) pictures.push(unitIn(seen(space)));
  });
  return pictures.length > PICTURES_MAX ? [] : pictures.reduce(joinedWith, []);
}

function tagIn(args: unknown): string {
  const tag: unknown = Array.isArray(args) ? args[0] : null;
  const name = typeof tag === 'object' && tag !== null && 'name' in tag ? tag.name : tag;
  return typeof name === 'string' ? name : '';
}

/** What pdf.js has seen on several pages has a name of this kind. */
const isShared = (args: unknown): boolean =>
  Array.isArray(args) && typeof args[0] === 'string' && args[0].startsWith('g_');

/** These boxes and one more: those that it touches are one with it. */
function joinedWith(boxes: readonly Rect[], box: Rect): Rect[] {
  const touching = boxes.filter((one) => touches(one, box));
  if (touching.length === 0) return [...boxes, box];
  const rest = boxes.filter((one) => !touching.includes(one));
  return joinedWith(rest, around([box, ...touching])!);
}

const touches = (one: Rect, other: Rect): boolean =>
  one[0] <= other[2] + SEAM_POINTS &&
  other[0] <= one[2] + SEAM_POINTS &&
  one[1] <= other[3] + SEAM_POINTS &&
  other[1] <= one[3] + SEAM_POINTS;

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
