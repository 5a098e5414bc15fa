/** The longer side of what the API makes of a picture for a window. */
const LARGE_PIXELS = 1_024;
/** So much is not seen. */
const STRETCH_MAX = 1.25;

interface Sides {
  readonly width: number;
  readonly height: number;
}

interface Screen {
  readonly innerWidth: number;
  readonly innerHeight: number;
  readonly devicePixelRatio: number;
}

/** Whether a picture that fills the window is drawn with more pixels than its large size has, and has them itself. */
export function isSeenLarger({ width, height }: Sides, { innerWidth, innerHeight, devicePixelRatio }: Screen): boolean {
  const longer = Math.max(width, height);
  const fit = Math.min(innerWidth / width, innerHeight / height);
  const drawn = Math.min(longer, longer * fit * devicePixelRatio);
  return drawn > LARGE_PIXELS * STRETCH_MAX;
}
