import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { HEARING_RATE } from './contract.ts';
import type { Utterance } from './contract.ts';
import type { DecodedSound } from './decode-recording.ts';

const FRAME_MS = 20;
const FRAME = (HEARING_RATE * FRAME_MS) / 1000;
/** Of 32 768: below it is silence, however quiet the rest is. */
const SILENCE = 60;
/** Speech stands out from the noise of a room by this much. */
const ABOVE_NOISE = 2.5;
const GAP_FRAMES = 500 / FRAME_MS;
const PAD_FRAMES = 160 / FRAME_MS;
const LEAST_FRAMES = 120 / FRAME_MS;
const MOST_FRAMES = 28_000 / FRAME_MS;
const READ_FRAMES = 3_000;

/** Frames from, and up to but without. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where somebody speaks, by loudness against the quietest tenth; long speeches are divided where they are quietest. */
function stretchesOf(levels: Float32Array): Stretch[] {
  const quiet = levels.toSorted()[Math.floor(levels.length / 10)] ?? 0;
  const threshold = Math.max(SILENCE, quiet * ABOVE_NOISE);
  const voiced: { from: number; to: number }[] = [];
  levels.forEach((level, at) => {
    if (level < threshold) return;
    const open = voiced.at(-1);
    if (open && at - open.to <= GAP_FRAMES) open.to = at + 1;
    else voiced.push({ from: at, to: at + 1 });
  });
  return voiced
    .filter(({ from, to }) => to - from >= LEAST_FRAMES)
    .flatMap((stretch) => divide(stretch, levels))
    .map(({ from, to }, at, all) => ({
      from: Math.max(all[at - 1]?.to ?? 0, from - PAD_FRAMES),
      to: Math.min(all[at + 1]?.from ?? levels.length, to + PAD_FRAMES),
    }));
}

function divide({ from, to }: Stretch, levels: Float32Array): Stretch[] {
  const parts: Stretch[] = [];
  let start = from;
  while (to - start > MOST_FRAMES) {
    let cut = start + MOST_FRAMES;
    for (let at = start + MOST_FRAMES / 2; at < start + MOST_FRAMES; at++)
      if ((levels[at] ?? 0) < (levels[cut] ?? Infinity)) cut = at;
    parts.push({ from: start, to: cut });
    start = cut;
  }
  return [...parts, { from: start, to }];
}

/** The utterances of a decoded recording from a moment on, in batches of at most so much sound; memory does not grow with its length. */
export async function* utterancesOf(
  { path }: DecodedSound,
  { fromMs, batchMsMax }: { readonly fromMs: number; readonly batchMsMax: number },
): AsyncGenerator<Utterance[]> {
  const file = await open(path);
  try {
    const stretches = stretchesOf(await levelsOf(file)).filter(({ to }) => to * FRAME_MS > fromMs);
    let batch: Utterance[] = [];
    for (const { from, to } of stretches) {
      const [first] = batch;
      if (first && to * FRAME_MS - first.startMs > batchMsMax) {
        yield batch;
        batch = [];
      }
      batch.push({ startMs: from * FRAME_MS, endMs: to * FRAME_MS, samples: await samplesOf(file, { from, to }) });
    }
    if (batch.length > 0) yield batch;
  } finally {
    await file.close();
  }
}

async function samplesOf(file: FileHandle, { from, to }: Stretch): Promise<Int16Array> {
  const bytes = Buffer.alloc((to - from) * FRAME * 2);
  const { bytesRead } = await file.read(bytes, 0, bytes.length, from * FRAME * 2);
  return new Int16Array(bytes.buffer, bytes.byteOffset, bytesRead >> 1).slice();
}

async function levelsOf(file: FileHandle): Promise<Float32Array> {
  const { size } = await file.stat();
  const levels = new Float32Array(Math.ceil(size / 2 / FRAME));
  for (let at = 0; at < levels.length; at += READ_FRAMES) {
    const samples = await samplesOf(file, { from: at, to: Math.min(levels.length, at + READ_FRAMES) });
    for (let frame = 0; frame * FRAME < samples.length; frame++)
      levels[at + frame] = loudness(samples.subarray(frame * FRAME, (frame + 1) * FRAME));
  }
  return levels;
}

function loudness(samples: Int16Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / Math.max(1, samples.length));
}
