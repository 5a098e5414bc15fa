const STEPS = 4096;

/** Linear light 0..1 → sRGB byte, as a table: the power function would cost more than the rest of the conversion. */
const GAMMA = Uint8Array.from({ length: STEPS + 1 }, (_, i) => {
  const value = i / STEPS;
  const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255);
});

function byte(linear: number): number {
  return GAMMA[linear <= 0 ? 0 : linear >= 1 ? STEPS : Math.round(linear * STEPS)]!;
}

/** Interleaved OKLab floats → interleaved 8-bit sRGB; out-of-gamut colours are clipped. */
export function labToRgb(lab: Float32Array): Uint8Array {
  const rgb = new Uint8Array(lab.length);
  for (let i = 0; i < lab.length; i += 3) {
    const lightness = lab[i]!;
    const a = lab[i + 1]!;
    const b = lab[i + 2]!;
    const l = lightness + 0.3963377774 * a + 0.2158037573 * b;
    const m = lightness - 0.1055613458 * a - 0.0638541728 * b;
    const s = lightness - 0.0894841775 * a - 1.291485548 * b;
    const l3 = l * l * l;
    const m3 = m * m * m;
    const s3 = s * s * s;
    rgb[i] = byte(4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3);
    rgb[i + 1] = byte(-1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3);
    rgb[i + 2] = byte(-0.0041960863 * l3 - 0.7034186147 * m3 + 1.707614701 * s3);
  }
  return rgb;
}

/** sRGB byte → linear light 0..1. */
const LINEAR = Float32Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

/** Interleaved 8-bit sRGB → interleaved OKLab floats. */
export function rgbToLab(rgb: Uint8Array): Float32Array {
  const lab = new Float32Array(rgb.length);
  for (let i = 0; i < rgb.length; i += 3) {
    const [r, g, b] = [LINEAR[rgb[i]!]!, LINEAR[rgb[i + 1]!]!, LINEAR[rgb[i + 2]!]!];
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    lab[i] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
    lab[i + 1] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
    lab[i + 2] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  }
  return lab;
}
