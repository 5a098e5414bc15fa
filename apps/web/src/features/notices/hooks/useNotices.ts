import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { sessionQuery } from '../../../lib/auth/index.ts';
import { useKeptValue } from '../../../lib/keep/useKeptValue.ts';
import { useOfJobs } from '../../queue/index.ts';
import type { Job } from '../../queue/index.ts';
import { keptSeen, withSeen } from '../model/kept-seen.ts';
import { noticesOf, seenWith } from '../model/notices.ts';
import type { Notice } from '../model/notices.ts';

const NONE: readonly Notice[] = [];

/** What ended, how much of it is new, and a way to say that it was seen. */
export function useNotices(): {
  readonly notices: readonly Notice[];
  readonly fresh: number;
  readonly see: () => void;
} {
  const personId = useQueryClient().getQueryData(sessionQuery.queryKey)?.id ?? '';
  const seenUntil = useKeptValue(keptSeen)[personId] ?? '';
  const read = useCallback((jobs: readonly Job[]) => noticesOf(jobs, seenUntil), [seenUntil]);
  const notices = useOfJobs(read) ?? NONE;
  return {
    notices,
    fresh: notices.filter(({ isNew }) => isNew).length,
    see: () => {
      const until = seenWith(notices, seenUntil);
      if (until !== seenUntil) keptSeen.set(withSeen(keptSeen.get(), { personId, until }));
    },
  };
}
