import { setImmediate as breathe } from 'node:timers/promises';
import { isRefusal } from '@modu/engine-braille';
import type { BrailleEngine } from '@modu/engine-braille';
import { readBackTexts, textsOfLines } from '../domain/read-back.ts';
import type { ShownPage } from '../domain/rendition.ts';

interface Reading {
  readonly engine: Pick<BrailleEngine, 'backTranslate'>;
  /** Aborts when nobody waits for it any more. */
  readonly signal: AbortSignal;
}

/** What the lines of a page say when they are read back; lines of one block are read as one, so that nothing is lost where they break. */
export async function readBack(
  { engine, signal }: Reading,
  { lines, rendition: { code } }: ShownPage,
): Promise<string[]> {
  const said: string[] = [];
  for (const { cells, ends } of readBackTexts(lines)) {
    // Another request is served between two texts.
    await breathe();
    signal.throwIfAborted();
    const answer = await engine.backTranslate(cells, code);
    said.push(...(isRefusal(answer) ? ends.map(() => '') : textsOfLines(answer, ends)));
  }
  return said;
}
