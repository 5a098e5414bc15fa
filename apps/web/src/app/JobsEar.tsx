import { useEndToasts } from '../features/notices/index.ts';
import { useJobsLive } from '../features/queue/index.ts';

/** Hears of every job, on every page. It draws nothing, so that no page is drawn again for what it hears. */
export function JobsEar() {
  useJobsLive();
  useEndToasts();
  return null;
}
