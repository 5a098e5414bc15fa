import { Notice } from '@modu/ui';
import type { ReactNode } from 'react';
import { useFailureSentence } from '../words/useFailureWords.ts';
import { Trace } from './Trace.tsx';
import { traceOf } from './trace-of.ts';

export interface FailureNoticeProps {
  readonly error: Error | null | undefined;
  /** Said instead of why it failed, where what failed has words of its own. */
  readonly words?: string | undefined;
  readonly action?: ReactNode;
}

/** Why something did not come about, with the id to quote where that is our fault; nothing while nothing failed. */
export function FailureNotice({ error, words, action }: FailureNoticeProps) {
  const sentence = useFailureSentence()(error);
  if (sentence === undefined) return null;
  return (
    <Notice tone="negative" action={action}>
      {words ?? sentence} <Trace id={traceOf(error)} />
    </Notice>
  );
}
