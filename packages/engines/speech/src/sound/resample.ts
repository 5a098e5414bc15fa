/** Brings sound to another rate as it comes; what is kept back belongs to the next call. */
export interface Resampler {
  push(samples: Int16Array): Int16Array;
  /** The end of the sound. */
  flush(): Int16Array;
}

const HALF = 8;

/** Blackman window over a sinc that ends at the lower of both rates' highest tone. */
function tapsOf(fraction: number, cutoff: number): Float64Array {
  const taps = new Float64Array(HALF * 2);
  for (let tap = 0; tap < taps.length; tap++) {
    const x = tap - HALF + 1 - fraction;
    const angle = Math.PI * x * cutoff;
    const sinc = x === 0 ? 1 : Math.sin(angle) / angle;
    const window = 0.42 + 0.5 * Math.cos((Math.PI * x) / HALF) + 0.08 * Math.cos((2 * Math.PI * x) / HALF);
    taps[tap] = sinc * cutoff * window;
  }
  return taps;
}

/** A windowed sinc of 16 taps, with one table for each place between two samples that the two rates lead to. */
export function createResampler(from: number, to: number): Resampler {
  if (from === to) return { push: (samples) => samples.slice(), flush: () => new Int16Array() };
  const tables = new Map<number, Float64Array>();
  const cutoff = Math.min(1, to / from);
  let kept = new Int16Array(HALF);
  let position = HALF;
  const tableAt = (fraction: number): Float64Array => {
    const key = Math.round(fraction * 65_536);
    const known = tables.get(key);
    if (known) return known;
    const taps = tapsOf(fraction, cutoff);
    tables.set(key, taps);
    return taps;
  };
  const push = (samples: Int16Array): Int16Array => {
    const whole = new Int16Array(kept.length + samples.length);
    whole.set(kept);
    whole.set(samples, kept.length);
    const step = from / to;
    const made: number[] = [];
    for (; position < whole.length - HALF; position += step) {
      const at = Math.floor(position);
      const taps = tableAt(position - at);
      let sum = 0;
      for (let tap = 0; tap < taps.length; tap++) sum += (taps[tap] ?? 0) * (whole[at + tap - HALF + 1] ?? 0);
      made.push(Math.max(-32_768, Math.min(32_767, Math.round(sum))));
    }
    const dropped = Math.max(0, Math.floor(position) - HALF);
    kept = whole.slice(dropped);
    position -= dropped;
    return Int16Array.from(made);
  };
  return { push, flush: () => push(new Int16Array(HALF)) };
}
