import { converse } from '@modu/confined';
import { join } from 'node:path';
import type { DecodeNews, DecodeOrder } from '../child/decode-main.ts';
import { explain } from '../confined-speaker.ts';
import { SpeechError } from '../speech-error.ts';
import { HEARING_RATE } from './contract.ts';

const MAIN = new URL('../child/decode-main.ts', import.meta.url);
const MEMORY_BYTES_MAX = 768 * 1_048_576;
const TIMEOUT_MS = 600_000;
const BYTES_PER_MS = (HEARING_RATE * 2) / 1000;

interface Recording {
  readonly path: string;
  /** Where the decoded sound goes. */
  readonly folder: string;
  readonly lengthMsMax: number;
  readonly signal: AbortSignal;
}

/** A recording as bare samples of 16 bits, 16 kHz, one channel. */
export interface DecodedSound {
  readonly path: string;
  readonly lengthMs: number;
}

/** Decodes a recording of any usual form in a process of its own. @throws SpeechError DAMAGED or TOO_LONG */
export async function decodeRecording({ path, folder, lengthMsMax, signal }: Recording): Promise<DecodedSound> {
  const to = join(folder, 'sound.pcm');
  const order: DecodeOrder = { from: path, to, lengthSecondsMax: Math.ceil(lengthMsMax / 1000) };
  let told: DecodeNews = { sizeBytes: 0, complaint: '' };
  const answer = (news: DecodeNews) => Promise.resolve(void (told = news));
  const confinement = {
    main: MAIN,
    memoryBytesMax: MEMORY_BYTES_MAX,
    stepTimeoutMs: TIMEOUT_MS,
    folder,
    reads: [path],
  };
  await converse<DecodeNews>(confinement, { order, signal, answer }).catch(explain);
  const lengthMs = Math.floor(told.sizeBytes / BYTES_PER_MS);
  if (lengthMs === 0) throw new SpeechError('DAMAGED', `No sound could be decoded: ${told.complaint}`);
  if (lengthMs > lengthMsMax) throw new SpeechError('TOO_LONG', `The recording is over ${lengthMsMax} ms.`);
  return { path: to, lengthMs };
}
