/** What a run has done, one after the other. After each of these a crash must be healed by the next run. */
export const ARROWS = [
  'started',
  'held',
  'painted',
  'requested',
  'put',
  'uploaded',
  'sealed',
  'kept',
  'settled',
  'completed',
] as const;

/** Awaited after each; tests stop a run here as a crash would. */
export type Arrow = (name: (typeof ARROWS)[number]) => Promise<void>;
