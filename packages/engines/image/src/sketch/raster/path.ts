/** A closed outline as x, y pairs. */
export type Path = readonly number[];

/** A smooth closed outline through the points (Catmull-Rom). */
export function smooth(points: Path, detail = 6): Path {
  const count = points.length / 2;
  const out: number[] = [];
  const at = (i: number, c: number) => points[((i + count) % count) * 2 + c]!;
  for (let i = 0; i < count; i++) {
    for (let step = 0; step < detail; step++) {
      const t = step / detail;
      for (let c = 0; c < 2; c++) {
        out.push(spline([at(i - 1, c), at(i, c), at(i + 1, c), at(i + 2, c)], t));
      }
    }
  }
  return out;
}

/** A smooth open line through the points (Catmull-Rom, the ends doubled). */
export function curve(points: Path, detail = 4): Path {
  const count = points.length / 2;
  const out: number[] = [];
  const at = (i: number, c: number) => points[Math.min(count - 1, Math.max(0, i)) * 2 + c]!;
  for (let i = 0; i < count - 1; i++) {
    for (let step = 0; step < detail; step++) {
      for (let c = 0; c < 2; c++) out.push(spline([at(i - 1, c), at(i, c), at(i + 1, c), at(i + 2, c)], step / detail));
    }
  }
  out.push(at(count - 1, 0), at(count - 1, 1));
  return out;
}

function spline([p0, p1, p2, p3]: readonly [number, number, number, number], t: number): number {
  return p1 + 0.5 * t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0)));
}

export interface EllipseShape {
  x: number;
  y: number;
  rx: number;
  ry: number;
  /** Radians. */
  turn?: number;
}

export function ellipse({ x, y, rx, ry, turn = 0 }: EllipseShape): Path {
  const out: number[] = [];
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  for (let i = 0; i < 28; i++) {
    const angle = (i / 28) * Math.PI * 2;
    const px = Math.cos(angle) * rx;
    const py = Math.sin(angle) * ry;
    out.push(x + px * cos - py * sin, y + px * sin + py * cos);
  }
  return out;
}

/** The outline of a limb: a line through the points, `from` wide at its start and `to` wide at its end. */
export function limb(points: Path, width: { from: number; to: number }): Path {
  const count = points.length / 2;
  const left: number[] = [];
  const right: number[] = [];
  for (let i = 0; i < count; i++) {
    const x = points[i * 2]!;
    const y = points[i * 2 + 1]!;
    const before = Math.max(0, i - 1) * 2;
    const after = Math.min(count - 1, i + 1) * 2;
    const dx = points[after]! - points[before]!;
    const dy = points[after + 1]! - points[before + 1]!;
    const length = Math.hypot(dx, dy) || 1;
    const half = (width.from + (width.to - width.from) * (i / Math.max(1, count - 1))) / 2;
    left.push(x - (dy / length) * half, y + (dx / length) * half);
    right.unshift(x + (dy / length) * half, y - (dx / length) * half);
  }
  return [...left, ...right];
}

export interface BoxShape {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

export function box({ left, right, bottom, top }: BoxShape): Path {
  return [left, bottom, right, bottom, right, top, left, top];
}
