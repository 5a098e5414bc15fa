import { EngineError, readPictureHead, SOURCE_PIXELS_MAX } from '@modu/engine-image';
import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { download } from '@modu/paid-work';
import type { Size } from '../domain/size.ts';
import { createGate } from './gate.ts';
import type { Gate } from './gate.ts';

interface File {
  readonly url: string;
  readonly sizeBytes: number;
}

/** How large the picture in a file is, or why it is none to start from. */
export type MeasurePicture = (file: File) => Promise<Size | Refusal>;

export const SOURCE_BYTES_MAX = 32 * 1024 * 1024;
const HEAD_BYTES = 256 * 1024;
const DOWNLOAD_TIMEOUT_MS = 15_000;
const RETRY_MS = 2_000;
/** So much is held at once, whoever asks: two whole files, and as much again of heads. */
const GATES = { heads: { atOnce: 16, waitingMax: 400 }, wholes: { atOnce: 2, waitingMax: 40 } };

/**
 * Measures pictures before anything else is known of their order, for anyone and free of charge: by their first bytes, and whole, a few at
 * once, where those do not tell (a WebP, or sides that stand behind a long preface).
 */
export function createMeasurePicture(): MeasurePicture {
  const [heads, wholes] = [createGate(GATES.heads), createGate(GATES.wholes)];
  return async (file) => {
    const short = await look(heads, file, HEAD_BYTES);
    return short === 'UNREADABLE' && file.sizeBytes > HEAD_BYTES
      ? toAnswer(await look(wholes, file, SOURCE_BYTES_MAX))
      : toAnswer(short);
  };
}

export const tooLarge = (): Refusal =>
  refuse('TOO_LARGE', 'source.tooLarge', { path: ['input', 'assetId'], params: { max: SOURCE_PIXELS_MAX } });

type Seen = Size | 'FULL' | 'TOO_LARGE' | 'UNREADABLE';

const look = (gate: Gate, { url, sizeBytes }: File, sizeBytesMax: number): Promise<Seen> =>
  gate(async () => {
    const begins = sizeBytes > sizeBytesMax;
    return measure(await download(url, { sizeBytesMax, timeoutMs: DOWNLOAD_TIMEOUT_MS, cut: begins }));
  });

/** A picture whose head says more than is worked on is not decoded; one that is damaged is found out by the engine. */
async function measure(bytes: Uint8Array): Promise<Seen> {
  try {
    const { width, height } = await readPictureHead(bytes, 'source');
    return { width, height };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return error.message.includes('more than') ? 'TOO_LARGE' : 'UNREADABLE';
  }
}

function toAnswer(seen: Seen): Size | Refusal {
  if (seen === 'FULL') return refuse('RATE_LIMITED', 'source.busy', { retryAfterMs: RETRY_MS });
  if (seen === 'TOO_LARGE') return tooLarge();
  return seen === 'UNREADABLE' ? refuse('UNSUPPORTED_MEDIA', 'source.type', { path: ['input', 'assetId'] }) : seen;
}
