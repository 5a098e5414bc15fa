import type { UseMutationResult } from '@tanstack/react-query';
import { useFailureSentence } from '../../../lib/words/useFailureWords.ts';
import { traceOf } from '../../../lib/trace/index.ts';

/** A deed that failed: to which file, why, and how it is tried again. */
export interface FailedDeed {
  readonly fileId: string;
  readonly words: string;
  readonly trace: string | null;
  readonly again: () => void;
}

interface Attempt {
  readonly submittedAt: number;
  readonly error: Error | null;
  readonly fileId: string | undefined;
  readonly again: () => void;
}

/** The latest try of a deed; `fileOf` tells which file it was about. */
export function attemptOf<Wish>(
  { submittedAt, error, variables, mutate }: UseMutationResult<unknown, Error, Wish>,
  fileOf: (wish: Wish) => string,
): Attempt {
  const wish = variables as Wish;
  return {
    submittedAt,
    error,
    fileId: variables === undefined ? undefined : fileOf(wish),
    again: () => mutate(wish),
  };
}

/** What came of the latest of these, if that failed: what was done since has the word. */
export function useFailedDeed(attempts: readonly Attempt[]): FailedDeed | null {
  const failure = useFailureSentence();
  const latest = attempts.toSorted((one, other) => other.submittedAt - one.submittedAt)[0];
  const words = failure(latest?.error);
  if (latest?.fileId === undefined || words === undefined) return null;
  return { fileId: latest.fileId, words, trace: traceOf(latest.error), again: latest.again };
}
