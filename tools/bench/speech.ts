import { benchSpeech } from '@modu/engine-speech/bench';
import type { Figure } from './main-job.ts';

const CASES = [
  { voice: 'espeak-ng:ko', language: 'ko', format: 'MP3', goal: '≥ 50 ×' },
  { voice: 'espeak-ng:en-US', language: 'en', format: 'MP3', goal: '≥ 50 ×' },
  { voice: 'espeak-ng:ko', language: 'ko', format: 'OPUS', goal: '≥ 50 ×' },
  { voice: 'flite:kal16', language: 'en', format: 'MP3', goal: '' },
] as const;

/** 6 000 characters said and encoded in a process of its own, by engine and form. */
export async function benchSpeechEngines(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { goal, ...one } of CASES) {
    const { timesRealTime, firstPieceMs } = await benchSpeech(one);
    const name = `${one.voice} as ${one.format}`;
    figures.push({ name: `speech, ${name}`, value: timesRealTime, unit: '× real time', goal });
    figures.push({
      name: `speech, ${name}, to the first sentences`,
      value: firstPieceMs,
      unit: 'ms',
      goal: '≤ 1 000 ms',
    });
  }
  return figures;
}
