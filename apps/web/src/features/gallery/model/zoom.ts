/** A point of the window, or a part of a picture: its corners are 0 and 1. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where something lies in the window, as `getBoundingClientRect` tells it. */
export type Box = Readonly<Record<'left' | 'top' | 'width' | 'height', number>>;

export const ZOOM_MAX = 8;
/** By a key or a button. */
export const ZOOM_STEP = 1.5;
/** By a double click. */
export const ZOOM_CLOSE = 2.5;

/** Never smaller than the whole picture. */
export const zoomWithin = (zoom: number): number => Math.min(ZOOM_MAX, Math.max(1, zoom));

export const middleOf = ({ left, top, width, height }: Box): Point => ({ x: left + width / 2, y: top + height / 2 });

/** The part of a picture that lies at a point; beside the picture, the nearest one at its edge. */
export function partAt({ x, y }: Point, { left, top, width, height }: Box): Point {
  const share = (along: number, length: number) => (length > 0 ? Math.min(1, Math.max(0, along / length)) : 0.5);
  return { x: share(x - left, width), y: share(y - top, height) };
}

/** How far a part of a picture lies from where it was to stay: by so much its window is scrolled. */
export function driftOf(part: Point, point: Point, { left, top, width, height }: Box): Point {
  return { x: left + part.x * width - point.x, y: top + part.y * height - point.y };
}

/** Pixels, lines and pages of a wheel, each as a share of a doubling: as d3-zoom has it, which fits mice and trackpads alike. */
const DOUBLINGS = [0.002, 0.05, 1] as const;
/** Two fingers on a trackpad come as a wheel with Ctrl, in much smaller steps. */
const PINCH = 10;
/** One notch of a mouse with Ctrl held would be four times as close. */
const DOUBLINGS_MAX = 0.5;

/** By how much closer a turn of the wheel leads; below 1 it leads farther away. */
export function closerByWheel(wheel: Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>): number {
  const doublings = -wheel.deltaY * (DOUBLINGS[wheel.deltaMode] ?? 1) * (wheel.ctrlKey ? PINCH : 1);
  return 2 ** Math.min(DOUBLINGS_MAX, Math.max(-DOUBLINGS_MAX, doublings));
}
