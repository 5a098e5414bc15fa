import { isRefusal } from './contract.ts';
import { createBrailleEngine } from './engine.ts';
import { translateKorean } from './korean/translate.ts';
import { ALL_ROWS } from './korean/tables/all-rows.ts';

export interface BrailleFigures {
  /** Median time for 1 MB (UTF-8) of Korean sentences into cells with their rules, in ms. */
  readonly koreanMegabyteMs: number;
  /** Characters of English into contracted UEB, thread included. */
  readonly uebCharsPerSecond: number;
}

const KOREAN = ALL_ROWS.map(([, print]) => print)
  .filter((print) => /[가-힣]{2}/.test(print) && !print.includes('\n'))
  .join(' ');
const ENGLISH =
  'The people of the world know that knowledge is power, and every child should have some time for reading. ';
const MEGABYTE = 1_000_000;

const median = (values: number[]): number => values.sort((one, other) => one - other)[values.length >> 1] ?? 0;

/** Translates 1 MB of Korean and 400 000 characters of English a few times, and answers the medians. */
export async function benchBraille(rounds = 5): Promise<BrailleFigures> {
  const times = Math.ceil(MEGABYTE / Buffer.byteLength(`${KOREAN}\n`));
  const korean: number[] = [];
  translateKorean({ text: KOREAN });
  for (let round = 0; round < rounds; round++) {
    const startedAt = performance.now();
    // Paragraph by paragraph, as documents come.
    for (let paragraph = 0; paragraph < times; paragraph++) translateKorean({ text: KOREAN });
    korean.push(performance.now() - startedAt);
  }
  const engine = createBrailleEngine();
  const text = ENGLISH.repeat(Math.ceil(100_000 / ENGLISH.length));
  const english: number[] = [];
  try {
    await engine.translate({ text }, 'en-ueb-g2');
    for (let round = 0; round < rounds; round++) {
      const startedAt = performance.now();
      const answer = await engine.translate({ text }, 'en-ueb-g2');
      if (isRefusal(answer)) throw new Error(answer.message);
      english.push(performance.now() - startedAt);
    }
  } finally {
    await engine.close();
  }
  return { koreanMegabyteMs: median(korean), uebCharsPerSecond: text.length / (median(english) / 1000) };
}
