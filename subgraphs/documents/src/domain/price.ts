/** What a job costs, and what it is expected to take on one core. */
export interface Price {
  readonly credits: number;
  readonly estimatedMs: number;
}

/** What is more than was quoted by this share, or one credit, is borne by us; beyond that it is not done. */
const BORNE_SHARE = 0.1;

/** Whether something costs more than what was quoted for it can bear. */
export const isBeyondQuote = ({ credits }: Pick<Price, 'credits'>, quotedCredits: number): boolean =>
  credits > quotedCredits + Math.max(1, Math.floor(quotedCredits * BORNE_SHARE));

const READ_BYTES_PER_CREDIT = 2 * 1024 * 1024;
const READ_BYTES_PER_MS = 400;
const READ_OVERHEAD_MS = 500;

const RECOGNISE_BYTES_PER_CREDIT = 512 * 1024;
const RECOGNISE_BYTES_PER_MS = 100;

interface Readable {
  readonly sizeBytes: number;
  readonly recognise: boolean;
  /** Of the file, that letters are recognised in; the rest was paid for when it was read. */
  readonly share: number;
}

/** Reading costs a credit for each 2 MB begun, for each half MB where letters are recognised in pictures. */
export function priceOfReading({ sizeBytes, recognise, share }: Readable): Price {
  if (recognise) return priceOfRecognising(Math.ceil(sizeBytes * share));
  return {
    credits: Math.max(1, Math.ceil(sizeBytes / READ_BYTES_PER_CREDIT)),
    estimatedMs: READ_OVERHEAD_MS + Math.ceil(sizeBytes / READ_BYTES_PER_MS),
  };
}

const priceOfRecognising = (sizeBytes: number): Price => ({
  credits: Math.max(1, Math.ceil(sizeBytes / RECOGNISE_BYTES_PER_CREDIT)),
  estimatedMs: READ_OVERHEAD_MS + Math.ceil(sizeBytes / RECOGNISE_BYTES_PER_MS),
});

const BRAILLE_CHARS_PER_CREDIT = 20_000;
const BRAILLE_CHARS_PER_MS = 300;
const BRAILLE_OVERHEAD_MS = 400;

/** Braille costs a credit for each 20 000 characters of print begun that have no cells yet; all of it is laid out on pages. */
export function priceOfBraille(freshCharCount: number, charCount: number): Price {
  return {
    credits: Math.max(1, Math.ceil(freshCharCount / BRAILLE_CHARS_PER_CREDIT)),
    estimatedMs: BRAILLE_OVERHEAD_MS + Math.ceil(charCount / BRAILLE_CHARS_PER_MS),
  };
}

const SPEECH_CHARS_PER_CREDIT = 5_000;
const SPEECH_CHARS_PER_MS = 1.2;
const SPEECH_OVERHEAD_MS = 800;

/** Speech costs a credit for each 5 000 characters begun. */
export function priceOfSpeech(charCount: number): Price {
  return {
    credits: Math.max(1, Math.ceil(charCount / SPEECH_CHARS_PER_CREDIT)),
    estimatedMs: SPEECH_OVERHEAD_MS + Math.ceil(charCount / SPEECH_CHARS_PER_MS),
  };
}

const HEARING_MS_PER_CREDIT = 120_000;
/** Of pocketsphinx on a core that does other things too. */
const HEARING_SHARE = 0.2;
const HEARING_OVERHEAD_MS = 1_500;

/** Writing speech down costs a credit for each two minutes begun. */
export function priceOfHearing(lengthMs: number): Price {
  return {
    credits: Math.max(1, Math.ceil(lengthMs / HEARING_MS_PER_CREDIT)),
    estimatedMs: HEARING_OVERHEAD_MS + Math.ceil(lengthMs * HEARING_SHARE),
  };
}
