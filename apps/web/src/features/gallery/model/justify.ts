/** A picture's place in a row, in pixels. */
export interface Tile<T> {
  readonly picture: T;
  readonly width: number;
}

/** One row of the grid: pictures of one height that fill the width. */
export interface Row<T> {
  readonly tiles: readonly Tile<T>[];
  readonly height: number;
}

export interface JustifyOptions {
  /** Width to fill, in pixels. */
  readonly width: number;
  /** Height rows aim at; full rows come out lower, never higher than a third more. */
  readonly targetHeight: number;
  readonly gap: number;
}

interface Sized {
  readonly width: number;
  readonly height: number;
}

/**
 * Lays pictures in rows that fill the width without cropping: pictures are added until the row at its full width is no
 * higher than the target. The last row keeps the target height, so that one picture is not blown up.
 */
export function justify<T extends Sized>(pictures: readonly T[], options: JustifyOptions): readonly Row<T>[] {
  const rows: Row<T>[] = [];
  let open: T[] = [];
  for (const picture of pictures) {
    open.push(picture);
    if (fullHeight(open, options) <= options.targetHeight) {
      rows.push(rowOf(open, { height: fullHeight(open, options) }));
      open = [];
    }
  }
  if (open.length > 0) rows.push(rowOf(open, { height: Math.min(options.targetHeight, fullHeight(open, options)) }));
  return rows;
}

function fullHeight(pictures: readonly Sized[], { width, gap }: JustifyOptions): number {
  const ratios = pictures.reduce((sum, picture) => sum + ratio(picture), 0);
  return Math.max(1, (width - gap * (pictures.length - 1)) / ratios);
}

function rowOf<T extends Sized>(pictures: readonly T[], { height }: { height: number }): Row<T> {
  return { height, tiles: pictures.map((picture) => ({ picture, width: height * ratio(picture) })) };
}

/** Very long or tall pictures are held to 3 : 1, so that one of them can't take a whole screen. */
function ratio({ width, height }: Sized): number {
  return Math.min(3, Math.max(1 / 3, width / height));
}
