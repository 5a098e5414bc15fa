export interface Plane {
  width: number;
  height: number;
  values: Float32Array;
}

function blurLine(
  from: Float32Array,
  to: Float32Array,
  line: { start: number; step: number; count: number; radius: number },
) {
  const { start, step, count, radius } = line;
  const weight = 1 / (radius * 2 + 1);
  const last = start + (count - 1) * step;
  let sum = from[start]! * (radius + 1);
  for (let i = 1; i <= radius; i++) sum += from[Math.min(last, start + i * step)]!;
  for (let i = 0; i < count; i++) {
    to[start + i * step] = sum * weight;
    const entering = i + radius + 1 < count ? start + (i + radius + 1) * step : last;
    const leaving = i - radius >= 0 ? start + (i - radius) * step : start;
    sum += from[entering]! - from[leaving]!;
  }
}

/** A box blur run `rounds` times (two look round, three are near a Gaussian); edges repeat. */
export function blurred(plane: Plane, radiusPixels: number, rounds = 2): Float32Array {
  const { width, height } = plane;
  const radius = Math.max(0, Math.round(radiusPixels));
  const values = plane.values.slice();
  if (radius === 0) return values;
  const other = new Float32Array(values.length);
  for (let round = 0; round < rounds; round++) {
    for (let y = 0; y < height; y++) blurLine(values, other, { start: y * width, step: 1, count: width, radius });
    for (let x = 0; x < width; x++) blurLine(other, values, { start: x, step: width, count: height, radius });
  }
  return values;
}
