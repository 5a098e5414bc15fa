import type { UseMutationResult } from '@tanstack/react-query';
import { DeedFailed } from '../thing/DeedFailed.tsx';
import { traceOf } from '../trace/index.ts';
import { useFailureSentence } from '../words/useFailureWords.ts';

export interface DownloadFailedProps<Wish> {
  readonly download: Pick<UseMutationResult<unknown, Error, Wish>, 'error' | 'variables' | 'mutate'>;
}

/** Why a download did not come, and a way to ask for it again; nothing while none has failed. */
export function DownloadFailed<Wish>({ download: { error, variables, mutate } }: DownloadFailedProps<Wish>) {
  const words = useFailureSentence()(error);
  if (words === undefined) return null;
  return <DeedFailed words={words} trace={traceOf(error)} onAgain={() => mutate(variables as Wish)} />;
}
