/** A colour in OKLab (Björn Ottosson, 2020): lightness 0..1, then green–red and blue–yellow, about ±0.3. */
export type Lab = readonly [number, number, number];

/** From lightness 0..1, chroma 0..0.3 and hue in degrees. */
export function lch(lightness: number, chroma: number, hueDegrees: number): Lab {
  const hue = (hueDegrees * Math.PI) / 180;
  return [lightness, chroma * Math.cos(hue), chroma * Math.sin(hue)];
}

/** Lightness, chroma and hue in degrees 0..360. */
export function toLch([lightness, a, b]: Lab): [number, number, number] {
  return [lightness, Math.hypot(a, b), ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360];
}

export function mix(from: Lab, to: Lab, share: number): Lab {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

/** Lighter (positive) or darker (negative) by `amount` of lightness. */
export function lighter(colour: Lab, amount: number): Lab {
  return [Math.min(1, Math.max(0, colour[0] + amount)), colour[1], colour[2]];
}

/** Chroma times `factor`. */
export function saturated(colour: Lab, factor: number): Lab {
  return [colour[0], colour[1] * factor, colour[2] * factor];
}

/** The same lightness and chroma with the hue turned by `degrees`. */
export function turned(colour: Lab, degrees: number): Lab {
  const [lightness, chroma, hue] = toLch(colour);
  return lch(lightness, chroma, hue + degrees);
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

/** From `#rrggbb`. */
export function hex(code: string): Lab {
  const value = Number.parseInt(code.slice(1), 16);
  const r = linear(((value >> 16) & 255) / 255);
  const g = linear(((value >> 8) & 255) / 255);
  const b = linear((value & 255) / 255);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
