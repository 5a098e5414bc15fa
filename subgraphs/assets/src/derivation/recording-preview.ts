import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeRecording, SpeechError } from '@modu/engine-speech/decode';
import { inWorkFolder } from '@modu/work-folders';
import type { MadePreview } from './picture-preview.ts';
import { PEAKS } from './wave-preview.ts';

/** Longer ones have no wave: a decoded hour takes 115 MB of the disk while it is looked at. */
const LENGTH_MS_MAX = 2 * 3_600_000;
const DECODE_TIMEOUT_MS = 300_000;
const SAMPLE_BYTES = 2;
const LOOKED_BYTES = 65_536;
const LOUDEST = 0x8000;

/**
 * Length and peaks of a recording of any usual form, decoded in a process of its own. Undefined when it is too long.
 * @param save puts the recording into a file.
 * @throws SpeechError when it can't be decoded.
 */
export function makeRecordingPreview(save: (path: string) => Promise<void>): Promise<MadePreview | undefined> {
  return inWorkFolder('recording', async (folder) => {
    const path = join(folder, 'recording');
    await save(path);
    const signal = AbortSignal.timeout(DECODE_TIMEOUT_MS);
    const sound = await decodeRecording({ path, folder, lengthMsMax: LENGTH_MS_MAX, signal });
    const waveform = await peaksOf(sound.path);
    return { facts: { durationMs: sound.lengthMs, waveform }, thumbnails: [] };
  }).catch((error: unknown) => {
    if (error instanceof SpeechError && error.code === 'TOO_LONG') return undefined;
    throw error;
  });
}

/** The loudest moment of each stretch of a file of bare samples, which is read piece by piece. */
async function peaksOf(path: string): Promise<number[]> {
  await using file = await open(path);
  const frames = Math.floor((await file.stat()).size / SAMPLE_BYTES);
  const peaks = new Array<number>(Math.min(PEAKS, frames)).fill(0);
  const buffer = Buffer.alloc(LOOKED_BYTES);
  for (let frame = 0; frame < frames;) {
    const { bytesRead } = await file.read(buffer, 0, LOOKED_BYTES, frame * SAMPLE_BYTES);
    const read = Math.floor(bytesRead / SAMPLE_BYTES);
    if (read === 0) break;
    for (let i = 0; i < read; i++) {
      const stretch = Math.floor(((frame + i) * peaks.length) / frames);
      peaks[stretch] = Math.max(peaks[stretch] ?? 0, Math.abs(buffer.readInt16LE(i * SAMPLE_BYTES)));
    }
    frame += read;
  }
  return peaks.map((peak) => Math.round((peak / LOUDEST) * 1_000) / 1_000);
}
