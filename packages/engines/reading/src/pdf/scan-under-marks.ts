import type { Drawing, DrawingOf } from './drawings.ts';
import { hasHiddenText, picturesShare } from './page-pictures.ts';
import type { PageText } from './page-text.ts';

/** A number, a running head and a stamp together cover less; three lines of running text cover more. */
const MARKS_SHARE_MAX = 0.015;
/** Margins of a scan may be cut. */
const PICTURE_SHARE_MIN = 0.8;

/** Whether so little text is on a page that it may be what was put on its scan. */
const isLittleText = (textShare: number): boolean => textShare <= MARKS_SHARE_MAX;

/**
 * Whether a page is a scan that somebody numbered, headed or stamped: what it says is in its picture. One that has the letters
 * of its picture unseen above it was recognised before, however few they are.
 */
export const isScanUnderMarks = (page: {
  readonly textShare: number;
  readonly picturesShare: number;
  readonly hasHiddenText: boolean;
}): boolean => isLittleText(page.textShare) && page.picturesShare >= PICTURE_SHARE_MIN && !page.hasHiddenText;

/** Looks at each page of a PDF once; only what says little is looked at closely. A picture that its author described is no scan. */
export function openMarksLook(drawingOf: DrawingOf): (page: PageText) => Promise<boolean> {
  const known = new Map<number, Promise<boolean>>();
  return ({ number, figures, textShare }) => {
    if (textShare === undefined || textShare === 0 || figures.length > 0 || !isLittleText(textShare))
      return Promise.resolve(false);
    const look = known.get(number) ?? drawingOf(number).then((drawing) => showsScan(drawing, textShare));
    known.set(number, look);
    return look;
  };
}

function showsScan(drawing: Drawing | undefined, textShare: number): boolean {
  if (!drawing) return false;
  const share = picturesShare(drawing, drawing.sheet);
  return isScanUnderMarks({ textShare, picturesShare: share, hasHiddenText: hasHiddenText(drawing) });
}
