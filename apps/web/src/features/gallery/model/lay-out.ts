import { justify } from './justify.ts';
import type { JustifyOptions, Row } from './justify.ts';

/** Between pictures, in pixels. */
export const GAP = 6;

/** The height rows aim at on a wall so wide. */
export const targetHeightOf = (width: number): number => (width < 600 ? 132 : 212);

interface Sized {
  readonly width: number;
  readonly height: number;
}

export interface LaidRow<T> extends Row<T> {
  readonly top: number;
}

export interface LaidChunk<T> {
  readonly rows: readonly LaidRow<T>[];
  readonly height: number;
}

/** Lays a chunk's pictures out. Only the end of a month may leave the last row open; other chunks fill it. */
export function layOut<T extends Sized>(
  pictures: readonly T[],
  { isLast, ...options }: JustifyOptions & { readonly isLast: boolean },
): LaidChunk<T> {
  const rows = justify(pictures, options);
  const closed = isLast ? rows : closeLast(rows, options);
  let top = 0;
  const laid = closed.map((row) => {
    const placed = { ...row, top };
    top += row.height + options.gap;
    return placed;
  });
  return { rows: laid, height: top };
}

/** The last row is stretched to the full width; one that would come out too high takes pictures of the row before. */
function closeLast<T extends Sized>(rows: readonly Row<T>[], options: JustifyOptions): readonly Row<T>[] {
  const last = rows.at(-1);
  if (!last) return rows;
  const before = rows.at(-2);
  const stretched = stretch(
    last.tiles.map(({ picture }) => picture),
    options,
  );
  if (stretched.height <= options.targetHeight * 1.35 || !before) return [...rows.slice(0, -1), stretched];
  const both = [...before.tiles, ...last.tiles].map(({ picture }) => picture);
  const half = Math.ceil(both.length / 2);
  const halves = [both.slice(0, half), both.slice(half)].filter((part) => part.length > 0);
  return [...rows.slice(0, -2), ...halves.map((part) => stretch(part, options))];
}

function stretch<T extends Sized>(pictures: readonly T[], { width, targetHeight, gap }: JustifyOptions): Row<T> {
  const ratios = pictures.map((picture) => Math.min(3, Math.max(1 / 3, picture.width / picture.height)));
  const sum = ratios.reduce((all, one) => all + one, 0);
  const height = Math.min(targetHeight * 1.6, (width - gap * (pictures.length - 1)) / sum);
  return { height, tiles: pictures.map((picture, at) => ({ picture, width: height * (ratios[at] ?? 1) })) };
}

/** What a chunk will be high, before its pictures are known: they are a bit wider than high on average. */
export function guessHeight(count: number, { width, targetHeight, gap }: JustifyOptions): number {
  const perRow = Math.max(1, (width + gap) / (targetHeight * 1.12 + gap));
  return Math.ceil(count / perRow) * (targetHeight * 0.93 + gap);
}
