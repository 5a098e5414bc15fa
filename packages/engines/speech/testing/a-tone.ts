import type { Sound } from '../src/contract.ts';

const RATE = 44_100;
const HALF_LOUD = 0x4000;

interface Tone {
  readonly silentMs: number;
  readonly toneMs: number;
  /** Silence again. */
  readonly restMs?: number;
  readonly hertz?: number;
}

/** Silence, then a tone at half of full loudness. */
export function aTone({ silentMs, toneMs, restMs = 0, hertz = 440 }: Tone): Sound {
  const [from, to] = [(silentMs * RATE) / 1_000, ((silentMs + toneMs) * RATE) / 1_000];
  const samples = Int16Array.from({ length: to + (restMs * RATE) / 1_000 }, (_, at) =>
    at >= from && at < to ? Math.round(HALF_LOUD * Math.sin((2 * Math.PI * hertz * at) / RATE)) : 0,
  );
  return { samples, sampleRate: RATE };
}
