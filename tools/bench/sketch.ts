import { benchSketch } from '@modu/engine-image/bench';
import type { Figure } from './main-job.ts';

/** The built-in engine on one worker thread, previews and PNG included. */
export async function benchBuiltInEngine(): Promise<Figure[]> {
  const { medianMs, runs } = await benchSketch(4);
  return [{ name: `Sketch, 512 × 512 at 20 steps, median of ${runs}`, value: medianMs, unit: 'ms', goal: '≤ 2 000' }];
}
