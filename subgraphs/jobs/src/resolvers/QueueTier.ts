export const QueueTier = {
  oldestWaitMs: ({ oldestWaitMs }: { readonly oldestWaitMs: number }) => Math.round(oldestWaitMs),
};
