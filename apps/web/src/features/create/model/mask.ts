/** One touch of the brush on a mask, in shares of the picture's width, height and shorter side. */
export interface Dab {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly erases: boolean;
}

/** A mask of more touches than this is hardly painted by hand; the oldest are forgotten. */
export const DABS_MAX = 2_000;

const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;

/** Reads what was stored; touches that can't be are left out. */
export function parseDabs(stored: unknown): readonly Dab[] {
  if (!Array.isArray(stored)) return [];
  return (stored as unknown[])
    .flatMap((one): Dab[] => {
      const { x, y, radius, erases } = (typeof one === 'object' && one !== null ? one : {}) as Record<string, unknown>;
      return isShare(x) && isShare(y) && isShare(radius) ? [{ x, y, radius, erases: erases === true }] : [];
    })
    .slice(-DABS_MAX);
}

/** The touches along a line, close enough together that it has no gaps. */
export function dabsBetween(from: Dab | null, to: Dab): readonly Dab[] {
  if (from === null) return [to];
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const count = Math.max(1, Math.ceil(length / Math.max(0.004, to.radius * 0.4)));
  return Array.from({ length: count }, (_, index) => {
    const share = (index + 1) / count;
    return { ...to, x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
  });
}

export function withDabs(dabs: readonly Dab[], more: readonly Dab[]): readonly Dab[] {
  return [...dabs, ...more].slice(-DABS_MAX);
}

/** Whether anything is left to make anew. */
export const isPainted = (dabs: readonly Dab[]): boolean => dabs.some(({ erases }) => !erases);

/** Where the brush is after an arrow key; null for any other key. Shift takes larger steps. */
export function moveBrush(
  at: { readonly x: number; readonly y: number },
  key: string,
  isFast: boolean,
): { x: number; y: number } | null {
  const step = isFast ? 0.1 : 0.02;
  const ways: Record<string, readonly [number, number]> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, -step],
    ArrowDown: [0, step],
  };
  const way = ways[key];
  if (way === undefined) return null;
  const clamp = (value: number) => Math.min(1, Math.max(0, Number(value.toFixed(4))));
  return { x: clamp(at.x + way[0]), y: clamp(at.y + way[1]) };
}

interface Pen {
  fillStyle: string | CanvasGradient | CanvasPattern;
  globalCompositeOperation: GlobalCompositeOperation;
  clearRect(x: number, y: number, width: number, height: number): void;
  beginPath(): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  fill(): void;
}

/** Draws the touches in one colour on a clear ground of this size. */
export function drawDabs(
  pen: Pen,
  dabs: readonly Dab[],
  { width, height, colour }: { readonly width: number; readonly height: number; readonly colour: string },
): void {
  pen.clearRect(0, 0, width, height);
  pen.fillStyle = colour;
  for (const { x, y, radius, erases } of dabs) {
    pen.globalCompositeOperation = erases ? 'destination-out' : 'source-over';
    pen.beginPath();
    pen.arc(x * width, y * height, radius * Math.min(width, height), 0, Math.PI * 2);
    pen.fill();
  }
  pen.globalCompositeOperation = 'source-over';
}
