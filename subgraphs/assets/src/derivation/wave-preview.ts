import type { MadePreview } from './picture-preview.ts';

/** Stretches of the drawn wave. */
export const PEAKS = 200;
const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;
/** So many samples are looked at in one stretch at most: a peak among them tells enough. */
const LOOKS_PER_PEAK = 4_000;

interface WaveFormat {
  readonly encoding: number;
  readonly channels: number;
  readonly samplesPerSecond: number;
  readonly bytesPerSample: number;
}

/** Length and peaks of a recording in WAVE (RIFF, PCM of 8 to 32 bits or 32-bit float). @throws RangeError when it is none. */
export function makeWavePreview(bytes: Uint8Array): MadePreview {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = readFormat(view);
  const sound = findChunk(view, 'data');
  const frameBytes = format.channels * format.bytesPerSample;
  const frames = Math.floor(Math.min(sound.length, view.byteLength - sound.start) / frameBytes);
  const count = Math.min(PEAKS, frames);
  const waveform = Array.from({ length: count }, (_, i) => {
    const from = Math.floor((i * frames) / count);
    const to = Math.max(from + 1, Math.floor(((i + 1) * frames) / count));
    return peakOf(view, { start: sound.start, frameBytes, from, to, format });
  });
  return { facts: { durationMs: Math.round((frames / format.samplesPerSecond) * 1_000), waveform }, thumbnails: [] };
}

function readFormat(view: DataView): WaveFormat {
  const { start, length } = findChunk(view, 'fmt ');
  if (length < 16) throw new RangeError('The format of the recording is cut off.');
  const tag = view.getUint16(start, true);
  const encoding = tag === EXTENSIBLE && length >= 26 ? view.getUint16(start + 24, true) : tag;
  const channels = view.getUint16(start + 2, true);
  const samplesPerSecond = view.getUint32(start + 4, true);
  const bytesPerSample = view.getUint16(start + 14, true) / 8;
  const isKnown = encoding === PCM ? [1, 2, 3, 4].includes(bytesPerSample) : encoding === FLOAT && bytesPerSample === 4;
  if (!isKnown || channels < 1 || samplesPerSecond < 1)
    throw new RangeError('A recording of a kind that is not read here.');
  return { encoding, channels, samplesPerSecond, bytesPerSample };
}

function findChunk(view: DataView, name: string): { readonly start: number; readonly length: number } {
  for (let at = 12; at + 8 <= view.byteLength;) {
    const id = String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
    const length = view.getUint32(at + 4, true);
    if (id === name) return { start: at + 8, length };
    at += 8 + length + (length % 2);
  }
  throw new RangeError(`The recording has no part “${name}”.`);
}

interface Stretch {
  readonly start: number;
  readonly frameBytes: number;
  readonly from: number;
  readonly to: number;
  readonly format: WaveFormat;
}

function peakOf(view: DataView, { start, frameBytes, from, to, format }: Stretch): number {
  const step = Math.max(1, Math.floor((to - from) / LOOKS_PER_PEAK));
  let peak = 0;
  for (let frame = from; frame < to; frame += step) {
    peak = Math.max(peak, Math.abs(sampleAt(view, start + frame * frameBytes, format)));
  }
  return Math.round(Math.min(1, peak) * 1_000) / 1_000;
}

/** One sample as −1 to 1. */
function sampleAt(view: DataView, at: number, { encoding, bytesPerSample }: WaveFormat): number {
  if (encoding === FLOAT) return view.getFloat32(at, true);
  switch (bytesPerSample) {
    case 1:
      return (view.getUint8(at) - 128) / 128;
    case 2:
      return view.getInt16(at, true) / 0x8000;
    case 3:
      return (view.getUint16(at, true) + view.getInt8(at + 2) * 0x10000) / 0x80_0000;
    default:
      return view.getInt32(at, true) / 0x8000_0000;
  }
}
