import { ReadingError } from '@modu/engine-reading';
import type { ReadingCode } from '@modu/engine-reading';
import { SpeechError } from '@modu/engine-speech';
import type { SpeechCode } from '@modu/engine-speech';
import { RunFailure } from '@modu/paid-work';

/** Only a reader that died is worth another try: the same file fails in the same way. */
const CODES: Readonly<Record<ReadingCode, { readonly code: string; readonly retryable: boolean }>> = {
  ENCRYPTED: { code: 'DOCUMENT_ENCRYPTED', retryable: false },
  DAMAGED: { code: 'DOCUMENT_DAMAGED', retryable: false },
  NO_TEXT: { code: 'DOCUMENT_WITHOUT_TEXT', retryable: false },
  TOO_LARGE: { code: 'DOCUMENT_TOO_LARGE', retryable: false },
  UNSUPPORTED: { code: 'DOCUMENT_UNSUPPORTED', retryable: false },
  TIMED_OUT: { code: 'ENGINE_TIMEOUT', retryable: false },
  CRASHED: { code: 'ENGINE_FAILED', retryable: true },
};

const SPEECH_CODES: Readonly<Record<SpeechCode, { readonly code: string; readonly retryable: boolean }>> = {
  NO_WORDS: { code: 'DOCUMENT_WITHOUT_TEXT', retryable: false },
  TOO_LONG: { code: 'SPEECH_TOO_LONG', retryable: false },
  UNSUPPORTED: { code: 'SPEECH_UNSUPPORTED', retryable: false },
  VOICE_DAMAGED: { code: 'VOICE_UNAVAILABLE', retryable: false },
  DAMAGED: { code: 'RECORDING_DAMAGED', retryable: false },
  NO_SPEECH: { code: 'RECORDING_WITHOUT_SPEECH', retryable: false },
  UNAVAILABLE: { code: 'ENGINE_FAILED', retryable: true },
  REFUSED: { code: 'INVALID_REQUEST', retryable: false },
  TIMED_OUT: { code: 'ENGINE_TIMEOUT', retryable: true },
  CRASHED: { code: 'ENGINE_FAILED', retryable: true },
};

/** What an error of an engine means for its job. */
export function explainFailure(error: unknown): RunFailure | undefined {
  if (error instanceof SpeechError) {
    const { code, retryable } = SPEECH_CODES[error.code];
    return new RunFailure(code, { retryable, cause: error });
  }
  if (!(error instanceof ReadingError)) return undefined;
  const page = error.page === undefined ? {} : { pageNumber: error.page };
  return new RunFailure(CODES[error.code].code, { retryable: CODES[error.code].retryable, ...page, cause: error });
}
