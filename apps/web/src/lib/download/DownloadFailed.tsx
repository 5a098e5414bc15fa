import type { UseMutationResult } from '@tanstack/react-query';
import { DeedFailed } from '../thing/DeedFailed.tsx';
import { useFailureWords } from '../words/useFailureWords.ts';

export interface DownloadFailedProps<Wish> {
  readonly download: Pick<UseMutationResult<unknown, Error, Wish>, 'error' | 'variables' | 'mutate'>;
}

/** Why a download did not come, and a way to ask for it again; nothing while none has failed. */
export function DownloadFailed<Wish>({ download: { error, variables, mutate } }: DownloadFailedProps<Wish>) {
  const words = useFailureWords()(error);
  return words === undefined ? null : <DeedFailed words={words} onAgain={() => mutate(variables as Wish)} />;
}
