import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Block } from '../block.ts';
import { notice } from '../notice.ts';
import type { Drawn } from './page-pictures.ts';

const PICTURES: ReadonlySet<number> = new Set([
  ...[OPS.paintImageXObject, OPS.paintImageXObjectRepeat, OPS.paintInlineImageXObject],
  ...[OPS.paintInlineImageXObjectGroup, OPS.paintImageMaskXObject, OPS.paintImageMaskXObjectGroup],
  ...[OPS.paintImageMaskXObjectRepeat, OPS.paintSolidColorImageMask],
]);

/** So many numbers of outlines are letters or a drawing; frames and ruled lines have fewer. */
const OUTLINES_MIN = 400;

/**
 * Whether a page without text shows a picture, or letters drawn as outlines; an empty page between chapters shows nothing. What is
 * drawn on a broken one is there, whatever it is.
 */
export function showsSomething(drawing: Drawn | undefined): boolean {
  if (!drawing || drawing.fnArray.some((operator) => PICTURES.has(operator))) return true;
  const { fnArray, argsArray } = drawing;
  const outlines = fnArray.map((operator, at) => (operator === OPS.constructPath ? sizeOfPath(argsArray[at]) : 0));
  return outlines.reduce((sum, size) => sum + size, 0) >= OUTLINES_MIN;
}

/** How many numbers an outline is made of: what to paint, its points, its bounds. */
function sizeOfPath(args: unknown): number {
  const points: unknown = Array.isArray(args) && Array.isArray(args[1]) ? args[1][0] : null;
  return ArrayBuffer.isView(points) ? points.byteLength / Float32Array.BYTES_PER_ELEMENT : 0;
}

interface Unread {
  readonly number: number;
  readonly label: string | null;
  readonly isUnmapped: boolean;
}

const WORDS = {
  picture: (page: string) => ({
    ko: `${page}쪽은 그림입니다. 그 안의 글은 읽지 않았습니다.`,
    en: `Page ${page} is a picture. The text in it was not read.`,
  }),
  unmapped: (page: string) => ({
    ko: `${page}쪽의 글꼴에는 글자 정보가 없습니다. 그 쪽의 글은 읽지 않았습니다.`,
    en: `The fonts of page ${page} do not say which letters they show. The text in it was not read.`,
  }),
};

/** Says why nothing of a page is told: nobody looked for letters in what it shows. */
export const unreadPage = ({ number, label, isUnmapped }: Unread, language: string): Block =>
  notice(WORDS[isUnmapped ? 'unmapped' : 'picture'](label ?? String(number)), language, number);
