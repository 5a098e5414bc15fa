import type { Sound } from '../src/contract.ts';

const USUAL_RATE = 44_100;
const HALF_LOUD = 0x4000;

interface Tone {
  readonly silentMs: number;
  readonly toneMs: number;
  /** Silence again. */
  readonly restMs?: number;
  readonly hertz?: number;
  readonly sampleRate?: number;
}

/** Silence, then a tone at half of full loudness. */
export function aTone({ silentMs, toneMs, restMs = 0, hertz = 440, sampleRate = USUAL_RATE }: Tone): Sound {
  const [from, to] = [(silentMs * sampleRate) / 1_000, ((silentMs + toneMs) * sampleRate) / 1_000];
  const samples = Int16Array.from({ length: to + (restMs * sampleRate) / 1_000 }, (_, at) =>
    at >= from && at < to ? Math.round(HALF_LOUD * Math.sin((2 * Math.PI * hertz * at) / sampleRate)) : 0,
  );
  return { samples, sampleRate };
}
