import type { TierCounts } from '../store/queue-reads.ts';

export const QueueTier = {
  oldestWaitMs: ({ oldestWaitMs }: TierCounts) => Math.round(oldestWaitMs),
};
