import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { converse } from '@modu/confined';
import type { Sound } from '../src/contract.ts';
import { toWav } from '../src/sound/wav.ts';
import type { EncodeOrder } from './encode-main.ts';

const MAIN = new URL('encode-main.ts', import.meta.url);

/** How the packaged ffmpeg makes recordings as phones, browsers and recorders do. */
const MANNERS = {
  MP3: ['-c:a', 'libmp3lame', '-b:a', '64k', '-f', 'mp3'],
  M4A: ['-c:a', 'aac', '-b:a', '64k', '-f', 'mp4'],
  FLAC: ['-c:a', 'flac', '-f', 'flac'],
  WEBM: ['-c:a', 'libopus', '-b:a', '32k', '-f', 'webm'],
  OGG: ['-c:a', 'libvorbis', '-f', 'ogg'],
  OPUS: ['-c:a', 'libopus', '-b:a', '32k', '-f', 'ogg'],
} as const;

export type EncodedForm = keyof typeof MANNERS;
export const ENCODED_FORMS = Object.keys(MANNERS) as EncodedForm[];

/** A real recording of this sound. */
export async function encodeRecording(sound: Sound, form: EncodedForm): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'modu-recording-'));
  try {
    const [from, to] = [join(folder, 'sound.wav'), join(folder, 'recording')];
    await writeFile(from, toWav(sound));
    const told: { code: number; complaint: string }[] = [];
    const confinement = { main: MAIN, memoryBytesMax: 768 * 1_048_576, stepTimeoutMs: 60_000, folder };
    await converse<{ code: number; complaint: string }>(confinement, {
      order: { from, to, manner: MANNERS[form] } satisfies EncodeOrder,
      signal: new AbortController().signal,
      answer: (news) => Promise.resolve(told.push(news)),
    });
    if (told[0]?.code !== 0) throw new Error(`No ${form} was made: ${told[0]?.complaint}`);
    return await readFile(to);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
