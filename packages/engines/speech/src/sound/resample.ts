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

const divisorOf = (one: number, other: number): number => (other === 0 ? one : divisorOf(other, one % other));

/**
 * A windowed sinc of 16 taps, with one table for each place between two samples that the two rates lead to. Places are counted in
 * whole steps of both rates, so that hours of sound drift by nothing.
 */
export function createResampler(from: number, to: number): Resampler {
  if (from === to) return { push: (samples) => samples.slice(), flush: () => new Int16Array() };
  const [up, down] = [to / divisorOf(from, to), from / divisorOf(from, to)];
  const cutoff = Math.min(1, to / from);
  const tables: (Float64Array | undefined)[] = [];
  let kept = new Int16Array(HALF);
  // The next sample lies `phase` / `up` behind the one at `position`.
  let [position, phase] = [HALF, 0];
  const push = (samples: Int16Array): Int16Array => {
    const whole = new Int16Array(kept.length + samples.length);
    whole.set(kept);
    whole.set(samples, kept.length);
    const made = new Int16Array(Math.ceil((whole.length * up) / down) + 1);
    let count = 0;
    while (position < whole.length - HALF) {
      made[count++] = weigh(whole, position - HALF + 1, (tables[phase] ??= tapsOf(phase / up, cutoff)));
      phase += down;
      position += Math.floor(phase / up);
      phase %= up;
    }
    const dropped = Math.max(0, position - HALF);
    kept = whole.slice(dropped);
    position -= dropped;
    return made.subarray(0, count);
  };
  return { push, flush: () => push(new Int16Array(HALF)) };
}

function weigh(whole: Int16Array, first: number, taps: Float64Array): number {
  let sum = 0;
  for (let tap = 0; tap < HALF * 2; tap++) sum += taps[tap]! * whole[first + tap]!;
  return Math.max(-32_768, Math.min(32_767, Math.round(sum)));
}
