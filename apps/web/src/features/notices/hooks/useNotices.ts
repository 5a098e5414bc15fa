import { useQueryClient } from '@tanstack/react-query';
import { useKeptValue } from '../../../lib/keep/useKeptValue.ts';
import { useJobs } from '../../queue/index.ts';
import { sessionQuery } from '../../session/index.ts';
import { keptSeen, withSeen } from '../model/kept-seen.ts';
import { noticesOf, seenWith } from '../model/notices.ts';
import type { Notice } from '../model/notices.ts';

/** What ended, how much of it is new, and a way to say that it was seen. */
export function useNotices(): {
  readonly notices: readonly Notice[];
  readonly fresh: number;
  readonly see: () => void;
} {
  const personId = useQueryClient().getQueryData(sessionQuery.queryKey)?.id ?? '';
  const seenUntil = useKeptValue(keptSeen)[personId] ?? '';
  const { jobs } = useJobs();
  const notices = noticesOf(jobs, seenUntil);
  return {
    notices,
    fresh: notices.filter(({ isNew }) => isNew).length,
    see: () => {
      const until = seenWith(notices, seenUntil);
      if (until !== seenUntil) keptSeen.set(withSeen(keptSeen.get(), { personId, until }));
    },
  };
}
