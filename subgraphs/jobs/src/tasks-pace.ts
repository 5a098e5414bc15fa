import { QUICK_TIMINGS, TIMINGS } from '@modu/tasks';
import { z } from 'zod';

/** How fast dead workers are noticed; the same for all processes of a queue. `quick` asks the database more often: for tests. */
export const tasksPace = z
  .enum(['normal', 'quick'])
  .default('normal')
  .transform((pace) => (pace === 'quick' ? QUICK_TIMINGS : TIMINGS));
