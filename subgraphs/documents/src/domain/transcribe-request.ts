import type { Transcriber } from '@modu/engine-speech';
import { POCKETSPHINX_COMMAND, WHISPER_COMMAND } from '@modu/engine-speech';
import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { refuseKey, toLanguage } from './read-request.ts';
import { wavRate } from './wav-rate.ts';

export interface TranscribeInput {
  readonly assetId: string;
  readonly language?: string | null;
  readonly transcriber?: string | null;
  readonly idempotencyKey?: string | null;
}

export const RECORDING_BYTES_MAX = 500 * 1024 * 1024;
export const RECORDING_MS_MAX = 2 * 3_600_000;

/** How forms of sound and film begin: WAV, MP3, Ogg, FLAC, MP4, WebM, AIFF, AMR. */
const HEADS: readonly RegExp[] = [
  /^RIFF....WAVE/su,
  /^ID3/u,
  /^OggS/u,
  /^fLaC/u,
  /^....ftyp/su,
  /^\x1a\x45\xdf\xa3/u,
  /^FORM....AIF[FC]/su,
  /^#!AMR/u,
];

const isRecording = (head: Uint8Array): boolean => {
  const text = Buffer.from(head.subarray(0, 16)).toString('latin1');
  // MP3 and AAC without a tag begin with eleven or twelve bits that are set.
  return HEADS.some((pattern) => pattern.test(text)) || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0);
};

type Field = keyof TranscribeInput;
const about = (field: Field, params: Record<string, string | number> = {}) => ({ path: ['input', field], params });

/** What is wrong with a wish before its recording is looked at. */
export function refuseTranscribeInput({ language, idempotencyKey }: TranscribeInput): Refusal | undefined {
  if (language && !toLanguage(language)) return refuse('INVALID_INPUT', 'language.unknown', about('language'));
  return refuseKey(idempotencyKey);
}

const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? '';
const knows = ({ languages }: Transcriber, language: string): boolean =>
  languages === null || languages.some((one) => primary(one) === primary(language));

/** What an operator does so that a language is heard here: English by the program of the system, all others by a model. */
const commandFor = (language: string): string =>
  primary(language) === 'en'
    ? POCKETSPHINX_COMMAND
    : `${WHISPER_COMMAND} (WHISPER_RUNTIME_FOLDER=RUNTIME_FOLDER, WHISPER_MODEL_FOLDER, or WHISPER_HUB_MODEL to allow the hub)`;

/** What writes the recording down: the one that was asked for, else the first that knows the language. `locale` is the person's. */
export function chooseTranscriber(
  transcribers: readonly Transcriber[],
  { language, transcriber: wanted }: TranscribeInput,
  locale: string,
): Transcriber | Refusal {
  const command = commandFor(language ?? locale);
  if (transcribers.length === 0) return refuse('ENGINE_UNAVAILABLE', 'transcriber.none', { params: { command } });
  const asked = wanted ? transcribers.filter(({ id }) => id === wanted) : transcribers;
  if (asked.length === 0) return refuse('INVALID_INPUT', 'transcriber.unknown', about('transcriber'));
  const fitting = language ? asked.filter((one) => knows(one, language)) : asked;
  // One that knows many languages before one that takes whatever is said for its own.
  const chosen = fitting.find(({ languages }) => languages === null) ?? fitting[0];
  return chosen ?? refuse('INVALID_INPUT', 'transcriber.language', about('language', { command }));
}

/** The language to listen for, `null` where the engine finds out by itself: Whisper's model has to be told, and people mostly speak their own. */
export function languageToHear(
  { engine, languages }: Transcriber,
  { said, locale }: { readonly said: string | null; readonly locale: string },
): string | null {
  return said ?? (engine === 'WHISPER' && languages === null ? locale : null);
}

interface LookedAt {
  readonly sizeBytes: number;
  readonly head: Uint8Array;
}

/** What can be told of a recording by its beginning. */
export function refuseRecording({ sizeBytes, head }: LookedAt): Refusal | undefined {
  if (sizeBytes > RECORDING_BYTES_MAX) return refuse('TOO_LARGE', 'recording.tooLarge', about('assetId'));
  if (sizeBytes === 0) return refuse('INVALID_INPUT', 'source.empty', about('assetId'));
  if (!isRecording(head)) return refuse('UNSUPPORTED_MEDIA', 'recording.unknown', about('assetId'));
  return lengthOf({ sizeBytes, head }) > RECORDING_MS_MAX && wavRate(head) !== undefined
    ? refuse('TOO_LARGE', 'recording.tooLong', about('assetId', { max: RECORDING_MS_MAX / 3_600_000 }))
    : undefined;
}

const USUAL_BYTES_PER_SECOND = 16_000;

/** How long a recording is: what a WAV file says, else as if it had 128 kbit/s. */
export function lengthOf({ sizeBytes, head }: LookedAt): number {
  return Math.ceil((sizeBytes / (wavRate(head) ?? USUAL_BYTES_PER_SECOND)) * 1000);
}
