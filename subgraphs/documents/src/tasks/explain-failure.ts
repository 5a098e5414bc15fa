import { ReadingError } from '@modu/engine-reading';
import type { ReadingCode } from '@modu/engine-reading';
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

/** What an error of an engine means for its job. */
export function explainFailure(error: unknown): RunFailure | undefined {
  if (!(error instanceof ReadingError)) return undefined;
  const page = error.page === undefined ? {} : { pageNumber: error.page };
  return new RunFailure(CODES[error.code].code, { retryable: CODES[error.code].retryable, ...page, cause: error });
}
