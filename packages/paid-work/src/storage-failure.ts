import type { RemoteRefusal } from './remote-answer.ts';
import { RunFailure } from './run-failure.ts';

const CODES: Readonly<Record<string, string>> = { QUOTA_EXCEEDED: 'QUOTA_EXCEEDED' };

/** What it means for a run that assets refuses a file. */
export function storageFailure({ code, message }: RemoteRefusal): RunFailure {
  const known = CODES[code];
  return new RunFailure(known ?? 'STORAGE_FAILED', { retryable: !known, cause: new Error(`${code}: ${message}`) });
}
