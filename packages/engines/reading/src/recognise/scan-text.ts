import type { PageText } from '../pdf/page-text.ts';
import type { Style } from '../pdf/style.ts';
import { edgesOften } from '../pdf/style.ts';
import type { RecognisedLine } from './recogniser.ts';
import { textOfLine } from './recogniser.ts';

/** The usual letters of every page are this high, so that pages of any resolution are treated alike. */
const BODY_POINTS = 10;
/** Heights of lines by their share of the usual one: two ranks of headings, running text, small print. A scan's heights are not exact. */
const SIZES = [
  { share: 1.7, points: 20 },
  { share: 1.3, points: 15 },
  { share: 0.75, points: BODY_POINTS },
] as const;
const SMALL_POINTS = 7.5;
/** Letters at the margin of so many neighbouring pages are a running head. */
const RUNNING_PAGES = 2;
const PNG_HEIGHT_AT = 20;

/** What was recognised in the picture (PNG) of a page, as the text of a page with its places. */
export function toScanText(number: number, png: Uint8Array, lines: readonly RecognisedLine[]): PageText {
  const usual = median(
    lines.flatMap((line) => Array<number>(Math.min(textOfLine(line).length, 100)).fill(line.height)),
  );
  const scale = BODY_POINTS / Math.max(1, usual);
  const heightPixels = new DataView(png.buffer, png.byteOffset, png.byteLength).getUint32(PNG_HEIGHT_AT);
  const pieces = lines.flatMap(({ words, bottom, height }) => {
    const size = SIZES.find(({ share }) => height >= usual * share)?.points ?? SMALL_POINTS;
    return words.map(({ text, left, right, confidence }, at) => ({
      ...{ text: at < words.length - 1 ? `${text} ` : text, confidence, size, link: null },
      ...{ x: left * scale, y: (heightPixels - bottom) * scale, width: (right - left) * scale },
    }));
  });
  return { number, height: heightPixels * scale, pieces, figures: [] };
}

/** How a scanned page is to be read, beside its neighbours: what stands at the margin of several is left out. */
export const scanStyle = (neighbours: readonly PageText[]): Style => ({
  bodySize: BODY_POINTS,
  headingSizes: SIZES.slice(0, 2).map(({ points }) => points),
  runningHeads: edgesOften(neighbours, RUNNING_PAGES),
  edgeLines: new Set(),
  strongFonts: new Set(),
  emphases: new Map(),
  isMono: false,
  endsWithSpaces: false,
  divided: { goesOn: () => false },
});

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
