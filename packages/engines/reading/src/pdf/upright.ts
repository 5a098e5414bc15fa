/** What moves a point: a, b, c, d, e, f as PDF writes it. */
export type Matrix = readonly number[];
export type Rect = readonly [left: number, low: number, right: number, high: number];

/** A page as it is shown: turned (`/Rotate`), its corner anywhere. Points from the lower left corner of what is seen. */
export interface Upright {
  readonly height: number;
  /** How much longer what is seen is than what is written. */
  readonly scale: number;
  matrix(written: Matrix): Matrix;
  rect(written: Rect): Rect;
}

/** From a page's own space to what is seen; `transform` leads to a space whose rows go down. */
export function uprightOf({ transform, height }: { readonly transform: Matrix; readonly height: number }): Upright {
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = height] = transform;
  const seen: Matrix = [a, -b, c, -d, e, height - f];
  const point = (x: number, y: number) => times(seen, [1, 0, 0, 1, x, y]).slice(4);
  return {
    height,
    scale: Math.hypot(a, b),
    matrix: (written) => times(seen, written),
    rect: ([left, low, right, high]) => {
      const [x1 = 0, y1 = 0] = point(left, low);
      const [x2 = 0, y2 = 0] = point(right, high);
      return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
    },
  };
}

export function times(one: Matrix, other: Matrix): Matrix {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = one;
  const [p = 0, q = 0, r = 0, s = 0, t = 0, u = 0] = other;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** The smallest box around all of them; null around none. */
export function around(rects: readonly Rect[]): Rect | null {
  if (rects.length === 0) return null;
  const [lefts, lows, rights, highs] = ([0, 1, 2, 3] as const).map((side) => rects.map((rect) => rect[side])) as [
    number[],
    number[],
    number[],
    number[],
  ];
  return [Math.min(...lefts), Math.min(...lows), Math.max(...rights), Math.max(...highs)];
}

/** How much of a box lies within another. */
export function areaWithin([left, low, right, high]: Rect, [pageLeft, pageLow, pageRight, pageHigh]: Rect): number {
  const width = Math.min(right, pageRight) - Math.max(left, pageLeft);
  const height = Math.min(high, pageHigh) - Math.max(low, pageLow);
  return Math.max(0, width) * Math.max(0, height);
}
