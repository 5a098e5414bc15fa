import type { Path } from './path.ts';

/** How much of each pixel of a rectangle an outline covers, 0..1, row by row. */
export interface Mask {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly cover: Float32Array;
}

interface Frame {
  width: number;
  height: number;
}

function bounds(path: Path, frame: Frame, margin: number) {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (let i = 0; i + 1 < path.length; i += 2) {
    left = Math.min(left, path[i]!);
    right = Math.max(right, path[i]!);
    top = Math.min(top, path[i + 1]!);
    bottom = Math.max(bottom, path[i + 1]!);
  }
  left = Math.max(0, Math.floor(left) - margin);
  top = Math.max(0, Math.floor(top) - margin);
  right = Math.min(frame.width, Math.ceil(right) + margin + 1);
  bottom = Math.min(frame.height, Math.ceil(bottom) + margin + 1);
  return { left, top, width: right - left, height: bottom - top };
}

/** Adds one scanline's piece of an edge: the signed area to its right, exact in both pixels it touches. */
function addSpan(
  acc: Float32Array,
  row: number,
  span: { x0: number; x1: number; height: number; width: number },
): void {
  const low = Math.min(span.x0, span.x1);
  const high = Math.max(span.x0, span.x1);
  const first = Math.floor(low);
  const last = Math.min(Math.ceil(high), span.width) - 1;
  if (last <= first) {
    const inside = (low + high) / 2 - first;
    acc[row + first] = acc[row + first]! + span.height * (1 - inside);
    acc[row + first + 1] = acc[row + first + 1]! + span.height * inside;
    return;
  }
  const slope = span.height / (high - low);
  let covered = 0;
  for (let x = first; x <= last; x++) {
    const from = Math.max(low, x);
    const to = Math.min(high, x + 1);
    const part = slope * (to - from);
    const inside = (from + to) / 2 - x;
    acc[row + x] = acc[row + x]! + part * (1 - inside);
    acc[row + x + 1] = acc[row + x + 1]! + part * inside;
    covered += part;
  }
  acc[row + last + 1] = acc[row + last + 1]! + (span.height - covered);
}

interface Edge {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

function addEdge(acc: Float32Array, edge: Edge, size: { width: number; height: number }): void {
  if (edge.y0 === edge.y1) return;
  const sign = edge.y0 < edge.y1 ? 1 : -1;
  const top = sign > 0 ? edge : { x0: edge.x1, y0: edge.y1, x1: edge.x0, y1: edge.y0 };
  const slope = (top.x1 - top.x0) / (top.y1 - top.y0);
  const start = Math.max(0, top.y0);
  const end = Math.min(size.height, top.y1);
  const stride = size.width + 2;
  const clamp = (x: number) => Math.min(size.width, Math.max(0, x));
  for (let y = Math.floor(start); y < end; y++) {
    const from = Math.max(start, y);
    const to = Math.min(end, y + 1);
    if (to <= from) continue;
    const x0 = clamp(top.x0 + (from - top.y0) * slope);
    const x1 = clamp(top.x0 + (to - top.y0) * slope);
    addSpan(acc, y * stride, { x0, x1, height: sign * (to - from), width: size.width });
  }
}

/**
 * Rasterises a closed outline with exact area coverage (the accumulation buffer of Raph Levien's font-rs).
 * Returns null when nothing of it lies inside the frame. `marginPixels` leaves room around it for soft edges.
 */
export function cover(path: Path, frame: Frame, marginPixels = 0): Mask | null {
  const area = bounds(path, frame, marginPixels);
  if (!(area.width > 0 && area.height > 0)) return null;
  const stride = area.width + 2;
  const acc = new Float32Array(stride * area.height);
  const count = path.length / 2;
  for (let i = 0; i < count; i++) {
    const j = (i + 1) % count;
    const edge = {
      x0: path[i * 2]! - area.left,
      y0: path[i * 2 + 1]! - area.top,
      x1: path[j * 2]! - area.left,
      y1: path[j * 2 + 1]! - area.top,
    };
    addEdge(acc, edge, area);
  }
  const covered = new Float32Array(area.width * area.height);
  for (let y = 0; y < area.height; y++) {
    let sum = 0;
    for (let x = 0; x < area.width; x++) {
      sum += acc[y * stride + x]!;
      covered[y * area.width + x] = Math.min(1, Math.abs(sum));
    }
  }
  return { ...area, cover: covered };
}
