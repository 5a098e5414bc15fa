import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HEARING_RATE } from './contract.ts';
import { decodeRecording } from './decode-recording.ts';

/** The sound of a recording while it is decoded on the disk: one channel, 16 bits. */
export interface RecordedSound {
  readonly sampleRate: number;
  readonly lengthMs: number;
  /** All samples in order, some at a time: memory does not grow with the recording. */
  samples(): AsyncGenerator<Int16Array>;
}

export interface SoundOrder {
  /** The recording, in any usual form: what else is in the file, pictures of a film too, is not decoded. */
  readonly path: string;
  readonly lengthMsMax: number;
  readonly signal: AbortSignal;
}

const SAMPLES_AT_ONCE = 1 << 16;

/** Decodes a recording in a process of its own, for as long as `use` works with its sound. @throws SpeechError DAMAGED or TOO_LONG */
export async function withSound<Result>(
  order: SoundOrder,
  use: (sound: RecordedSound) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'modu-recording-'));
  try {
    const { path, lengthMs } = await decodeRecording({ ...order, folder });
    return await use({ sampleRate: HEARING_RATE, lengthMs, samples: () => samplesOf(path) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* samplesOf(path: string): AsyncGenerator<Int16Array> {
  const file = await open(path);
  try {
    for (;;) {
      const samples = new Int16Array(SAMPLES_AT_ONCE);
      const { bytesRead } = await file.read(samples, 0, samples.byteLength);
      if (bytesRead < 2) return;
      yield samples.subarray(0, bytesRead >> 1);
    }
  } finally {
    await file.close();
  }
}
