import type { UploadProblem } from '../../../lib/upload/index.ts';

const KEYS = {
  network: 'problemNetwork',
  unreadable: 'problemUnreadable',
  empty: 'problemEmpty',
  unknown: 'problemUnknown',
} as const;

/** The sentence for a problem that is not the server's refusal, as a key of the `files` messages. */
export function problemKey(problem: Exclude<UploadProblem, { kind: 'refused' }>) {
  return KEYS[problem.kind];
}
