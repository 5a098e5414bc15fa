import { createConfinedSpeaker } from './confined-speaker.ts';
import type { AudioFormat } from './contract.ts';
import { PACKAGED_VOICES } from './voices/voices.ts';

export interface SpeechFigures {
  /** Seconds of speech made in a second, process and encoding included. */
  readonly timesRealTime: number;
  /** From the order to the first piece that was said, in ms. */
  readonly firstPieceMs: number;
}

const TEXTS: Readonly<Record<string, string>> = {
  ko: '빛은 곧게 나아간다. 그래서 물체 뒤에는 그림자가 생긴다. ',
  en: 'The light goes straight, and so there is a shadow behind a thing. ',
};
const TEXT_CHARS = 6_000;

const median = (values: number[]): number => values.sort((one, other) => one - other)[values.length >> 1] ?? 0;

/** Says 6 000 characters a few times and answers the medians. */
export async function benchSpeech(
  { voice, language, format }: { readonly voice: string; readonly language: 'ko' | 'en'; readonly format: AudioFormat },
  rounds = 3,
): Promise<SpeechFigures> {
  const found = PACKAGED_VOICES.find(({ id }) => id === voice);
  if (!found) throw new Error(`There is no voice ${voice}.`);
  const sentence = TEXTS[language] ?? '';
  const text = sentence.repeat(Math.ceil(TEXT_CHARS / sentence.length));
  const speaker = createConfinedSpeaker();
  const [paces, firsts]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const startedAt = performance.now();
    let firstMs: number | undefined;
    const onProgress = () => void (firstMs ??= performance.now() - startedAt);
    const order = { text, language, voice: found, rate: 1, pitch: 1, format };
    const { durationMs } = await speaker.speak(order, { signal: new AbortController().signal, onProgress });
    paces.push(durationMs / (performance.now() - startedAt));
    firsts.push(firstMs ?? 0);
  }
  return { timesRealTime: median(paces), firstPieceMs: median(firsts) };
}
