import type { DrawingOf } from './drawings.ts';
import type { Figure } from './figures.ts';
import { picturesIn } from './page-pictures.ts';
import type { PageText, Piece } from './page-text.ts';
import { MARGIN_SHARE } from './style.ts';
import { areaWithin } from './upright.ts';
import type { Rect } from './upright.ts';

/** So many pages of a document are looked at, and no further one where this many in a row are filled by a picture: it was scanned. */
const LOOKS_MAX = 100;
const FILLED_PAGES_MAX = 3;
/** Points. Smaller ones are signs and ornament. */
const SIDE_MIN = 40;
/** What takes more of a page is its background, or the page itself as it was scanned. */
const PAGE_SHARE_MAX = 0.8;
/** What has more of a page's letters on it is their background. */
const LETTERS_SHARE_MAX = 0.5;
/** So much of a picture lies within a figure that was described when it is that one. */
const WITHIN_SHARE_MIN = 0.5;

/** A page with text and its figures, those of which nobody said anything among them: that they are there. */
export function openPictureLook(drawingOf: DrawingOf): (page: PageText) => Promise<PageText> {
  let [looks, filled] = [0, 0];
  return async (page) => {
    // One of its pictures may be what a description without a place is of.
    const isTellable = page.figures.every(({ place }) => place !== null) && page.pieces.some(isSeen);
    if (!isTellable || looks >= LOOKS_MAX || filled >= FILLED_PAGES_MAX) return page;
    looks += 1;
    const drawing = await drawingOf(page.number);
    if (!drawing) return page;
    const pictures = picturesIn(drawing, (written) => drawing.upright.matrix(written));
    const sheet = drawing.upright.rect(drawing.sheet);
    filled = pictures.some((place) => isFilledBy(sheet, place)) ? filled + 1 : 0;
    return { ...page, figures: [...page.figures, ...untoldAmong(pictures, { page, sheet })] };
  };
}

interface Page {
  readonly page: PageText;
  readonly sheet: Rect;
}

/** The pictures of a page that are worth a word and have none. */
export function untoldAmong(pictures: readonly Rect[], { page, sheet }: Page): Figure[] {
  const isTold = (place: Rect) =>
    page.figures.some((figure) => figure.place && areaWithin(place, figure.place) > areaOf(place) * WITHIN_SHARE_MIN);
  return pictures
    .filter((place) => isLarge(place) && !isFilledBy(sheet, place) && !isInMargin(place, page.height))
    .filter((place) => !isTold(place) && lettersShare(page.pieces, place) <= LETTERS_SHARE_MAX)
    .map((place) => ({ text: '', place, marks: [] }));
}

const areaOf = ([left, low, right, high]: Rect): number => (right - left) * (high - low);
const isSeen = ({ text }: Piece): boolean => text.trim() !== '';

const isLarge = ([left, low, right, high]: Rect): boolean => right - left >= SIDE_MIN && high - low >= SIDE_MIN;

const isFilledBy = (sheet: Rect, place: Rect): boolean => areaWithin(place, sheet) > areaOf(sheet) * PAGE_SHARE_MAX;

const isInMargin = ([, low, , high]: Rect, height: number): boolean =>
  low >= height * (1 - MARGIN_SHARE) || high <= height * MARGIN_SHARE;

function lettersShare(pieces: readonly Piece[], [left, low, right, high]: Rect): number {
  let [inside, all] = [0, 0];
  for (const { text, x, y, width } of pieces) {
    const middle = x + width / 2;
    all += text.length;
    if (middle >= left && middle <= right && y >= low && y <= high) inside += text.length;
  }
  return inside / Math.max(1, all);
}
