import { benchBraille } from '@modu/engine-braille/bench';
import type { Figure } from './main-job.ts';

/** Korean and English print into braille on one core. */
export async function benchBrailleEngine(): Promise<Figure[]> {
  const { koreanMegabyteMs, uebCharsPerSecond } = await benchBraille();
  return [
    { name: 'Korean, 1 MB of text → cells with their rules', value: koreanMegabyteMs, unit: 'ms', goal: '≤ 1 500 ms' },
    {
      name: 'UEB grade 2 through liblouis',
      value: uebCharsPerSecond / 1000,
      unit: 'k chars/s',
      goal: '≥ 200 k chars/s',
    },
  ];
}
